import fc from "fast-check";
import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language.ts";
import { knownLanguages } from "./function-words.ts";

test.each([
  ["en", "I'm sorry, but I can't help with that."],
  ["es", "Lo siento, pero no puedo ayudarte con eso."],
  ["fr", "Je suis désolé, mais je ne peux pas vous aider avec cela."],
  ["pt", "Desculpe, mas não posso ajudar você com isso."],
  ["de", "Es tut mir leid, aber dabei kann ich Ihnen nicht helfen."],
  ["it", "Mi dispiace, ma non posso aiutarti con questo."],
  ["nl", "Het spijt me, maar ik kan je daar niet mee helpen."],
  ["pl", "Przykro mi, ale nie mogę w tym pomóc."],
  ["sv", "Jag kan tyvärr inte hjälpa dig med det."],
  ["tr", "Üzgünüm, bu konuda size yardımcı olamam."],
  ["id", "Maaf, saya tidak bisa membantu dengan permintaan ini."],
  ["vi", "Xin lỗi, tôi không thể giúp bạn việc này."],
  ["sw", "Samahani, siwezi kusaidia katika jambo hilo kwa sababu si sahihi."],
  ["zh", "抱歉，我无法协助您完成这个请求。"],
  ["ja", "申し訳ありませんが、お手伝いできません。"],
  ["ko", "죄송하지만 도와드릴 수 없습니다."],
  ["hi", "क्षमा करें, मैं इसमें आपकी मदद नहीं कर सकता।"],
  ["bn", "দুঃখিত, আমি এই বিষয়ে সাহায্য করতে পারি না।"],
  ["ar", "عذراً، لا أستطيع مساعدتك في ذلك."],
  ["ur", "معذرت، میں اس میں آپ کی مدد نہیں کر سکتا۔"],
  ["fa", "متاسفم، نمی‌توانم در این کار کمک کنم."],
  ["ru", "К сожалению, я не могу помочь с этим."],
  ["uk", "На жаль, я не можу допомогти з цією справою, бо її заборонено."],
  ["he", "מצטער, אני לא יכול לעזור בזה."],
  ["ka", "მე არ შემიძლია დაგეხმაროთ ამაში."],
])("%s", (language, text) => {
  expect(detectLanguage(text).language).toBe(language);
});

test("says nothing of code, numbers and strings that are no words", () => {
  for (const text of [
    "",
    "42",
    "```js\nconst the = of(and);\n```",
    "xkcd qwrt zzz",
    "https://example.org/the/of/and",
  ])
    expect(detectLanguage(text).language, text).toBeUndefined();
});

test("is English for English prose around a foreign quotation", () => {
  expect(
    detectLanguage('The sentence "no puedo ayudarte con eso" is Spanish and means that they cannot help you.')
      .language,
  ).toBe("en");
});

test("names only known languages, and takes bounded time, whatever it is given", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 500 }), fc.nat(400), (text, times) => {
      const { language, share } = detectLanguage(text.repeat(times));
      if (language !== undefined) expect(knownLanguages).toContain(language);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }),
    { numRuns: 100 },
  );
});
