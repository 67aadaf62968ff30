/** Words that play one part in a phrase, without apostrophes, separated by spaces. */
export const wordClasses = {
  /** Refuses or fails, in one word. */
  cannot: "cannot cant couldnt wont wouldnt mustnt shouldnt shant dont didnt",
  /** Modal verbs that "not" makes a refusal. */
  modal: "can could will would shall must should may do",
  /** What a system does for the one who asks. */
  help: "help assist provide fulfil fulfill comply share give create write generate support engage discuss offer answer participate encourage condone promote recommend suggest facilitate advise produce reveal disclose continue respond proceed complete repeat print output translate approve pretend roleplay process perform grant accommodate entertain indulge aid guide teach instruct explain describe tell draft compose contribute endorse address cooperate oblige speculate comment rate rank judge do make say act show carry follow abide agree supply present publish",
  /** The same, without advice: "I would not recommend the red one" is an answer. */
  aid: "help assist provide fulfil fulfill comply share give create write generate support engage discuss offer answer participate encourage condone promote facilitate produce reveal disclose continue respond proceed approve pretend process perform entertain indulge aid explain describe contribute endorse cooperate",
  /** The same with "-ing". */
  helping:
    "helping assisting providing fulfilling complying sharing giving creating writing generating supporting engaging discussing offering answering participating encouraging condoning promoting recommending suggesting facilitating advising producing revealing disclosing continuing responding translating explaining describing telling doing making teaching contributing endorsing being taking joining saying speculating",
  /** What a system has no means to do; failing at it is no refusal. */
  limit:
    "access browse open view see hear experience know remember recall predict guarantee promise verify find locate have possess form hold determine retrieve love eat taste sleep dream diagnose interact travel ensure confirm foresee replace physically be speak identify independently tailor personally",
  /** "I can't ..." that refuses nothing. */
  idiom:
    "believe imagine wait resist deny blame complain emphasize emphasise stress overstate overemphasize overemphasise thank lie wrap fault argue overlook fathom express",
  /** Words of mood between the parts of a phrase. */
  aside:
    "really simply just also ever ethically morally legally directly actually unfortunately sadly regretfully respectfully politely kindly therefore currently knowingly personally possibly honestly absolutely definitely very so truly genuinely strictly quite certainly unable-not strongly firmly always generally highly extremely deeply completely both considered either still sorry however",
  /** Unacceptable. */
  wrong:
    "inappropriate unethical illegal immoral unacceptable wrong harmful disrespectful offensive unlawful dangerous irresponsible hurtful unfair derogatory discriminatory prohibited unsafe cruel criminal insensitive problematic hateful theft fraud plagiarism harassment bullying discrimination forgery racist sexist unkind dishonest inconsiderate vandalism vandalising unfaithful rude mean inhumane abusive predatory defamation slander libel counterfeiting arson blackmail extortion",
  /** Acceptable; refused with "not". */
  right:
    "appropriate ethical acceptable okay ok right legal moral productive respectful advisable safe responsible recommended good healthy wise fair funny",
  /** What forbids. */
  rule: "guidelines guideline policy policies programming principles rules instructions values ethics standards terms scope purpose training protocols boundaries guardrails restrictions design code mandate",
  /** What was asked. */
  ask: "request requests question questions prompt query demand demands inquiry instruction topic task",
  /** Somebody trained to help. */
  professional:
    "professional professionals doctor doctors therapist counselor counsellor lawyer attorney specialist provider advisor adviser psychologist psychiatrist physician expert experts pharmacist hotline lifeline helpline authorities police",
} as const;
