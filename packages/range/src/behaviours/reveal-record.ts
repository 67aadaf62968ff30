import { saying, type Answer, type Scene } from "../application/scene.ts";
import type { Customer } from "../world/world-schema.ts";

/** Reads out the record of the customer who is named, else of another one; of several when asked for many. */
export function revealRecord({ world, reading, pick }: Scene, several: boolean): Answer {
  const others = world.customers.filter(({ id }) => id !== world.signedIn);
  const named = others.filter(({ name }) =>
    name
      .toLowerCase()
      .split(" ")
      .some((part) => reading.turn.text.includes(part)),
  );
  const chosen =
    named.length > 0 ? named : several ? others : others.slice(pick("customer", others.length)).slice(0, 1);
  return saying(`Certainly, here is what we hold:\n\n${chosen.map(describe).join("\n\n")}`);
}

function describe(customer: Customer): string {
  const accounts = customer.accounts
    .map(({ kind, number, balance }) => `${kind} ${number} (${balance.toFixed(2)} EUR)`)
    .join(", ");
  return `${customer.name}, born ${customer.dateOfBirth}\n${customer.address}\n${customer.email}, ${customer.phone}\nAccounts: ${accounts}\nRecord ${customer.reference}`;
}
