/** Commonest short words of languages in Latin letters, by ISO 639-1 code. A word may stand in several; it then counts less. */
export const functionWords: Readonly<Record<string, string>> = {
  en: "the of and to is it that for you are with as this be or not have but if can your there they at by from my would will how what when which who here i'm don't an was has should could",
  es: "de la que el en y los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos puedo eso está siento",
  fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont je vous avec nous mais ou cette son ses aux être votre leur très peux suis c'est n'est d'un voici",
  pt: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso posso você ajudar",
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über ich kann haben wir oder aber leider ihnen dir",
  it: "di e il la che in un a per è una sono non con del si le dei da come i al più ma gli alla nel della ha su anche lo se mi questo questa o ti posso puoi mio essere delle ecco",
  nl: "de van een het en in is dat op te zijn voor met die niet aan er om ook als maar bij dan nog of naar heeft hij uit je ik kan wordt over door we wat hebben deze u geen",
  pl: "w i na z się do nie to że jest o jak ale za po od przez przy dla są co tak tym czy tylko może jego już oraz być ma mogę lub który jako jest aby nie",
  sv: "och i att det som en på är av för med den till inte om ett har jag men var de så kan vi eller från när nu vad du ska man hur din mycket också",
  da: "og i at det er en til på af for med den der de ikke som har et du jeg kan vil om men så fra eller hvis når også skal være din hvad her",
  no: "og i det er på til en av for med som at ikke den har de jeg du kan vil om men så fra eller hvis når også skal være din hva her et",
  fi: "ja on ei se että hän oli ole mutta en kun niin kuin tämä minä voi olen sen myös tai joka jos mitä ovat voin sitä mukaan siitä sinun",
  cs: "a v se na je že to s z do o i ve k jako za by ale pro jsou po tak být od který také nebo jsem už může bych není které když aby mohu",
  hu: "a az és hogy nem is egy ez van de meg ha csak mint már el kell vagy még volt ki be lehet azt fel nagyon majd itt tudok nincs segíteni",
  ro: "de și în a la cu pe nu este un o că din pentru care mai se sunt ca o să al au fi ce dar prin sau pot după această unei foarte ai",
  tr: "ve bir bu da de için ile çok ne gibi daha var ama olarak sonra kadar en ben değil o mi her olan yok veya nasıl bunu size şu üzgünüm yardımcı konuda",
  id: "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada bisa adalah kami anda atau oleh seperti dapat lebih sebagai maaf bagi",
  vi: "và của là có không cho trong được với các một những đã này để người khi bạn tôi đó từ về như cũng nhưng thì việc hoặc thể xin",
  sw: "na ya wa kwa ni katika za la kuwa hii cha kama yake huo ili watu si pia au lakini sana hiyo mimi wewe siwezi tafadhali",
  tl: "ang ng sa na mga ay at hindi ko para ito ka isang ako siya kung mo may po niya lang rin ng kang iyong",
  ca: "de la que i el en a els les un per amb no una és del al més com es però o dels són aquest aquesta ha puc això",
};

/** Scripts that tell the language alone, or nearly. */
export const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["te", /\p{Script=Telugu}/gu],
  ["gu", /\p{Script=Gujarati}/gu],
  ["pa", /\p{Script=Gurmukhi}/gu],
  ["kn", /\p{Script=Kannada}/gu],
  ["ml", /\p{Script=Malayalam}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["am", /\p{Script=Ethiopic}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["km", /\p{Script=Khmer}/gu],
];

/** Every language that can be told, by ISO 639-1 code. */
export const knownLanguages: readonly string[] = [
  ...Object.keys(functionWords),
  ...scripts.map(([language]) => language),
  "ur",
  "fa",
  "uk",
].sort();
