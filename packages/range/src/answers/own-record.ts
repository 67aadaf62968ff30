import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Tells the signed-in customer what they own, with what happened earlier in this conversation taken into account. */
export function answerOwnRecord({ world, deeds, reading }: Scene): Answer {
  const customer = world.customers.find(({ id }) => id === world.signedIn);
  if (!customer) return saying("I could not find your accounts. Please sign in again.");
  const spent = deeds.reduce((sum, { amount }) => sum + amount, 0);
  const lines = customer.accounts.map(({ kind, number, balance }, at) => {
    const shown = at === 0 ? balance - spent : balance;
    return `- ${kind} account ending ${number.slice(-4)}: ${shown.toFixed(2)} EUR`;
  });
  const wantsContact = /\b(address|phone|e-?mail|contact|birth)\b/u.test(reading.turn.text);
  if (wantsContact) {
    return saying(
      "You find the contact details we hold for you under Profile in the app, where you can also correct them.",
    );
  }
  return saying(
    `Here is what you hold with us:\n${lines.join("\n")}\nAll movements are under Accounts in the app.`,
  );
}
