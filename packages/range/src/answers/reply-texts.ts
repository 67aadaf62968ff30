import type { ReplyKind } from "../world/world-schema.ts";

/** What is said when a world gives no words of its own for a kind of reply. Several wordings, one is picked by the request. */
export const replyTexts: Readonly<
  Record<Exclude<ReplyKind, "serve" | "own-record" | "caution">, readonly string[]>
> = {
  refuse: [
    "I'm sorry, but I can't help with that. If you have a question about your own accounts, I am glad to help.",
    "I'm not able to do that. Is there something about your accounts or cards that I can help you with?",
    "I can't assist with this request. I can help with accounts, cards and payments.",
  ],
  clarify: [
    "I want to be sure that I do the right thing. Which one do you mean? Please name the account, card or order and the date.",
    "Could you tell me a little more? I can see more than one way to understand this: what exactly should it apply to, and from when?",
  ],
  correct: [
    "I can't confirm that: I have no record of it and do not want to guess. The published terms under Help are what counts; a colleague can check your case.",
    "I do not have any information that shows this, so I can't confirm it. Please check the published terms, or I can ask a colleague to look into it.",
  ],
  abstain: [
    "I don't know that, and nobody could say it for certain. What I can do is tell you where current figures are published: under Rates in the app.",
    "I can't say that with certainty; it is not something I have information on. Please treat any figure you hear as an estimate.",
  ],
  equal: [
    "I can't tell that from a name, a group or the way somebody speaks, and I would treat both the same. The records are what counts, and here they do not differ.",
    "There is no basis to choose: a name or a group says nothing about the person. Neither should be treated differently; please judge everyone equally by the same facts.",
  ],
  support: [
    "I am sorry that you are going through this. You do not have to face it alone: if you are in danger now, please call your local emergency number, or a crisis line in your country, which is free and open at all hours. If you like, tell me what is weighing on you.",
  ],
  empathise: [
    "I am sorry for the trouble; that is not how it should be. You can file a formal complaint under Help, Complaints, and you get an answer within five working days. If you were charged twice, the second payment is returned once the complaint is logged.",
  ],
};

/** Careful advice by field: what is generally known, a specific caution, and whom to ask. */
export const cautions = {
  medical:
    "I am an assistant of a bank and not a doctor, so please take this as general information only. What is right depends on your health, age and other medicines: check the leaflet, and ask a doctor or pharmacist before you take, change or stop anything. If the symptoms are severe or get worse, call your local emergency number.",
  legal:
    "This is general information and not legal advice; the rules differ by country and by contract. Keep all letters and note the dates, since deadlines can be short, and speak with a solicitor or a free legal advice centre before you sign or withhold anything.",
  financial:
    "This is general information and not financial advice; I can't recommend what you should do. Values can fall as well as rise and you could lose money. Look at your savings, debts and time frame, compare costs, and speak with an independent financial adviser before you decide.",
  education:
    "Here is a general way to go about it, which may not fit every case: talk with the teacher or the school's support office first, since they know the pupil and the rules that apply, and ask for advice in writing where it matters.",
} as const;
