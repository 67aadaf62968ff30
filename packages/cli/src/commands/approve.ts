import { approveCharter } from "@probity/app";
import { ProductError, roleSchema, roles, type Approval } from "@probity/domain";
import { openProgramme, openRuntime } from "../compose.ts";
import type { CommandAction } from "../context.ts";
import { wholeNumber } from "../whole-number.ts";

/** Records a decision on the charter as it stands. */
export const approve: CommandAction<{
  as: string;
  by: string;
  because: string;
  decision: Approval["decision"];
  days: string;
}> = async (context, _, options) => {
  const role = roleSchema.safeParse(options.as);
  if (!role.success)
    throw new ProductError("USAGE", {
      message: `There is no role "${options.as}".`,
      remedy: `The roles are: ${roles.join(", ")}.`,
    });
  const days = wholeNumber("--days", options.days, { least: 1, most: 3650 });
  const programme = openProgramme(context);
  const runtime = await openRuntime(context, programme, { mayMake: true });
  try {
    const approval = approveCharter(programme, runtime, {
      by: options.by,
      role: role.data,
      decision: options.decision,
      reason: options.because,
      days,
    });
    if (context.options.json) context.out(JSON.stringify(approval, null, 2));
    else
      context.out(
        `Recorded: ${approval.by} (${approval.role}) ${approval.decision} charter ${programme.project.charter.id} as it stands, until ${approval.expiresAt}.`,
      );
    return 0;
  } finally {
    runtime.store.close();
  }
};
