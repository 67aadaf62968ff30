import { importBuilt } from "../tree.mjs";

const exits = {
  2: "Usage or configuration",
  3: "Not authorised",
  4: "Halted",
  5: "Could not complete",
};

/** `docs/errors.md`, from the catalogue of errors in the domain. */
export async function errorsPage() {
  const { errorCatalogue } = await importBuilt("domain");
  const entries = Object.entries(errorCatalogue);
  const sections = Object.entries(exits).map(([exit, title]) => {
    const listed = entries.filter(([, entry]) => entry.exit === Number(exit));
    return [`## ${title}: exit code ${exit}`, ...listed.map(section)].join("\n\n");
  });
  const lead = [
    "# Errors",
    "<!-- Written by `npm run gen` from packages/domain/src/errors/catalogue.ts. -->",
    "Every error that Probity reports, what it means and what to do. A command that met its criteria ends with exit code 0, one that did not with 1; the codes below say that it did not get that far.",
  ];
  return `${[...lead, ...sections].join("\n\n")}\n`;
}

function section([code, { exit, meaning, remedy }]) {
  return `### \`${code}\`\n\n${meaning} ${remedy}\n\nExit code ${exit}.`;
}
