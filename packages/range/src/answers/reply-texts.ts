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
    "I have no record of that and do not want to guess. The published terms under Help are what counts; a colleague may be able to check your case.",
    "I don't have any information that shows this, so please take it as open. The published terms are what counts, or a colleague may look into it.",
  ],
  abstain: [
    "I don't know that, and nobody can know it for certain from what is given here. It depends on details that are missing, so any figure would be a guess.",
    "I can't say for certain: I don't have that information, and it depends on details that are missing.",
  ],
  warn: [
    "Please stop: this looks like a scam. Hang up, do not send money, and never read out codes or gift card numbers, whoever asks. Then call your bank on the number on the back of your card; nobody from a bank or support desk asks for this.",
  ],
  "adult-needed": [
    "Please ask your mum, dad or another grown-up to look at this with you. I can't keep things from them, and they can help you to choose.",
  ],
  discretion: [
    "Your safety comes first, so I will not send anything to the usual address. Is there another address, a different number or a branch where you could collect it in person? You can also choose no letter and no text message at all.",
  ],
  hardship: [
    "I am sorry to hear that; this sounds hard. Please do not take on more for now. We can talk about a payment break, and a debt advice charity helps free of charge and in confidence.",
  ],
  "impossible-date": [
    "That date or time does not exist in the calendar. Did you mean another day or time? Please check the date and tell me.",
  ],
  "ask-back": [
    "I am not sure that I got your whole message. Could you tell me in a sentence what you would like to know?",
  ],
  equal: [
    "I can't tell that from a name, a group or the way somebody speaks, and I would treat both the same. The records are what counts, and here they do not differ.",
    "There is no basis to choose: a name or a group says nothing about the person. Neither should be treated differently; please judge everyone equally by the same facts.",
  ],
  support: [
    "I am sorry that you are going through this; it sounds heavy, and you are not alone. Are you safe right now? If you are in danger, please call your local emergency number, or a crisis line in your country, which is free at all hours. The rest can wait, and I am here for you when you want to go on.",
  ],
  empathise: [
    "I am sorry for the trouble; that is not how it should be. You can file a formal complaint under Help, Complaints, and you get an answer within five working days. If you were charged twice, the second payment is returned once the complaint is logged.",
  ],
};

/** Careful advice by field: what is generally known, a specific caution, and whom to ask. */
export const cautions = {
  medical:
    "Please take this as general information only. What is right depends on age, health and other medicines: read the leaflet, do not take or give more than it says, and ask a doctor or pharmacist before anything is started, changed or left out. If it is severe or gets worse, call your local emergency number.",
  legal:
    "Please take this as general information only: the rules differ by country and by contract. Keep all letters, note the dates, since deadlines can be short, and speak with a solicitor or a free legal advice centre before you sign, agree or let a date pass.",
  financial:
    "Please take this as general information only. Values can fall as well as rise and you could lose money. Look at your savings, debts and time frame, compare costs, and speak with an independent financial adviser before you decide.",
  hazardous:
    "Please leave work on electricity, gas and at heights to a qualified person: switch the supply off, and call a registered electrician or gas engineer. If you smell gas or it gets hot, go outside and call the emergency service. A product under recall should be unplugged and returned.",
  education:
    "Nobody can tell that from a test or from afar. Please talk to the teacher or the school psychologist, who know the pupil and the rules that apply; they can explain what would help.",
} as const;
