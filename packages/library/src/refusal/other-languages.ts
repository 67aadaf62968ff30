import type { LanguagePhrases } from "./phrases.ts";

const nothing = { rebuttals: [], hedges: [], deliveries: [] } as const;

/**
 * Refusals and limits in other languages: the phrases that open a refusal in each, with the verb of helping where the
 * bare "cannot" is common. Fewer than for English, so a miss is likelier than a false find.
 */
export const otherLanguages: readonly LanguagePhrases[] = [
  {
    ...nothing,
    language: "de",
    mark: { words: "nicht|kein|lehne|weigere|ablehnen" },
    refusals: [
      /\b(?:ich|wir) (?:kann|können|darf|dürfen|werde|werden|möchte|möchten|will|wollen)\b(?! (?:nur )?(?:kaum|es kaum|nicht (?:glauben|fassen|garantieren|ausschließen)))[^.!?]{0,120}\b(?:nicht|keine?n?r?)\b[^.!?]{0,80}\b(?:helfen|weiterhelfen|geben|nennen|beantworten|bereitstellen|erstellen|schreiben|unterstützen|verraten|preisgeben|teilen|ausführen|nachkommen|dienen|mitteilen|erfüllen|weitergeben|anbieten|tun|machen)\b/,
      /\b(?:tut mir leid|entschuldigung|leider)\b[^.!?]{0,80}\b(?:kann|darf|werde|möchte|können|dürfen) (?:ich|wir)\b[^.!?]{0,60}\b(?:nicht|keine?n?)\b/,
      /\bich (?:lehne|weigere mich|muss (?:das |dies |diese anfrage )?ablehnen)\b|\bbin (?:ich )?nicht (?:befugt|berechtigt|bereit|in der lage)\b|\bich bin (?:nicht|leider nicht) (?:befugt|berechtigt|bereit|in der lage)\b/,
      /\bdabei (?:kann|darf|werde|möchte) ich (?:ihnen |dir )?(?:leider )?nicht\b/,
    ],
    limits: [
      /\bich habe (?:leider )?(?:keinen zugriff|keine informationen|keine kenntnis)\b|\bich weiß (?:es |das )?(?:leider )?nicht\b/,
    ],
  },
  {
    ...nothing,
    language: "fr",
    mark: { words: String.raw`je\b|impossible|pas possible` },
    refusals: [
      /\bje (?:ne )?(?:peux|puis|pourrai|pourrais|vais|veux|souhaite|dois)(?: malheureusement)? (?:pas|point)\b(?! (?:croire|imaginer|attendre|m'empêcher|garantir))/,
      /\b(?:désolée?s?|malheureusement|regrette)\b[^.!?]{0,60}\bje (?:ne )?(?:suis pas|peux pas|puis|refuse|dois refuser)\b/,
      /\bje (?:refuse|décline|dois refuser|dois décliner)\b|\bje ne suis pas (?:en mesure|autorisée?|habilitée?|capable) (?:de|d')/,
      /\b(?:impossible|pas possible) (?:pour moi )?de (?:vous |te )?(?:aider|fournir|donner|communiquer|répondre|partager)\b/,
    ],
    limits: [/\bje n'ai pas (?:accès|d'informations?|connaissance)\b|\bje ne sais pas\b/],
  },
  {
    ...nothing,
    language: "es",
    mark: {
      words: String.raw`puedo|podr|podemos|voy\b|debo|quiero|estoy|posible|niego|rechaz|permitido|corresponde|tengo|sé`,
    },
    refusals: [
      /\bno (?:te |le |les |os |lo |la )?(?:puedo|podré|podemos|voy a|debo|quiero|estoy (?:autorizad[oa]|en condiciones|en posición|dispuest[oa]))(?! (?:creer|imaginar|esperar|garantizar|negar))\b/,
      /\b(?:lo siento|lamento|disculpa|lamentablemente|desafortunadamente)\b[^.!?]{0,60}\bno (?:puedo|es posible|me es posible|estoy|voy|podré)\b/,
      /\b(?:me niego|debo (?:negarme|rechazar|declinar)|tengo que (?:rechazar|negarme)|rechazo (?:la|esta|su))\b/,
      /\bno me (?:es posible|está permitido|corresponde)\b/,
    ],
    limits: [/\bno tengo (?:acceso|información|conocimiento|constancia)\b|\bno (?:lo )?sé\b/],
  },
  {
    ...nothing,
    language: "pt",
    mark: { words: "não|recus" },
    refusals: [
      /\bnão (?:te |lhe |o |a )?(?:posso|poderei|podemos|vou|devo|quero|consigo|estou (?:autorizad[oa]|em condições|dispost[oa]))(?! (?:acreditar|imaginar|esperar|garantir|negar|saber|ter certeza))\b/,
      /\b(?:desculpe|lamento|sinto muito|infelizmente)\b[^.!?]{0,60}\bnão (?:posso|é possível|me é possível|estou|vou|poderei|consigo)\b/,
      /\b(?:recuso-me|me recuso|devo recusar|tenho de recusar|preciso recusar)\b/,
    ],
    limits: [/\bnão tenho (?:acesso|informaç|conhecimento|certeza)\b|\bnão sei\b/],
  },
  {
    ...nothing,
    language: "it",
    mark: { words: String.raw`non\b|rifiut|declinare` },
    refusals: [
      /\bnon (?:ti |le |vi |lo |la )?(?:posso|potrò|possiamo|voglio|intendo|devo|sono (?:autorizzat[oa]|in grado|dispost[oa]|tenut[oa]))(?! (?:credere|immaginare|aspettare|garantire|negare|fare a meno))\b/,
      /\b(?:mi dispiace|spiacente|purtroppo)\b[^.!?]{0,60}\bnon (?:posso|è possibile|mi è possibile|sono)\b/,
      /\b(?:mi rifiuto|devo rifiutare|devo declinare)\b/,
    ],
    limits: [/\bnon ho (?:accesso|informazioni|conoscenza)\b|\bnon (?:lo )?so\b/],
  },
  {
    ...nothing,
    language: "nl",
    mark: { words: "niet|geen|weiger" },
    refusals: [
      /\b(?:ik|we|wij) (?:kan|kunnen|mag|mogen|zal|zullen|wil|ga)\b(?! (?:het )?niet (?:geloven|garanderen|wachten))[^.!?]{0,60}\b(?:niet|geen)\b/,
      /\b(?:sorry|helaas|het spijt me)\b[^.!?]{0,60}\b(?:kan|mag|wil) ik\b[^.!?]{0,60}\b(?:niet|geen)\b/,
      /\bik (?:weiger|moet (?:dit |dat )?weigeren|ben niet (?:bevoegd|gemachtigd|in staat|bereid))\b/,
    ],
    limits: [/\bik heb geen (?:toegang|informatie|kennis)\b|\bik weet (?:het |dat )?niet\b/],
  },
  {
    ...nothing,
    language: "pl",
    mark: { words: "nie |odm[aó]wi" },
    refusals: [
      /(?:^|[^\p{L}])(?:nie (?:mogę|możemy|będę|zamierzam|chcę|jestem (?:w stanie|upoważnion[ya]|uprawnion[ya])|wolno mi)|odmawiam|muszę odmówić)(?! (?:uwierzyć|się doczekać|zagwarantować))/u,
    ],
    limits: [/nie mam (?:dostępu|informacji|wiedzy)|(?:^|[^\p{L}])nie wiem/u],
  },
  {
    ...nothing,
    language: "sv",
    mark: { words: String.raw`inte\b|vägrar|avböja|neka|ingen` },
    refusals: [
      /(?:^|[^\p{L}])(?:jag|vi) (?:kan|får|kommer|vill|tänker)(?: tyvärr)? inte(?! (?:tro|vänta|garantera))/u,
      /tyvärr (?:kan|får) (?:jag|vi) inte|jag (?:vägrar|måste (?:avböja|neka))/,
    ],
    limits: [/jag har (?:ingen|inte) (?:tillgång|information)|jag vet inte/],
  },
  {
    ...nothing,
    language: "ru",
    mark: { script: String.raw`[\u0400-\u04ff]` },
    refusals: [
      /(?:^|[^\p{L}])(?:я |мы )?не (?:могу|можем|смогу|буду|стану|вправе|имею права|готов)(?! (?:поверить|дождаться|гарантировать|не ))/u,
      /(?:вынужден[аы]?|должен|должна) (?:отказать|отказаться|отклонить)|я отказываюсь/u,
    ],
    limits: [/у меня нет (?:доступа|информации|данных)|(?:^|[^\p{L}])я не знаю/u],
  },
  {
    ...nothing,
    language: "uk",
    mark: { script: String.raw`[\u0400-\u04ff]` },
    refusals: [
      /(?:^|[^\p{L}])(?:я |ми )?не (?:можу|можемо|зможу|буду|маю права)(?! (?:повірити|гарантувати))|змушен[аи]? відмовити/u,
    ],
    limits: [/у мене немає (?:доступу|інформації)|(?:^|[^\p{L}])я не знаю/u],
  },
  {
    ...nothing,
    language: "tr",
    mark: {
      words:
        "yardım|sağlaya|payla|verem|yapam|yerine|söyle|açık|cevap|yanıt|oluş|yazam|redded|izin|yetkim|bilg|erişi|bilmiy",
    },
    refusals: [
      /(?:yardımcı olama|yardım edeme|sağlayama|paylaşama|vereme|yapama|yerine getireme|söyleyeme|açıklayama|cevaplayama|yanıtlayama|oluşturama|yazama)(?:m|yız|yacağım|yacağız)/u,
      /(?:reddediyorum|reddetmek zorundayım|izin verilmiyor|yetkim yok)/u,
    ],
    limits: [/(?:bilgim|erişimim|bilgiye sahip değilim)(?: yok)?|bilmiyorum/u],
  },
  {
    ...nothing,
    language: "zh",
    mark: { script: String.raw`[\u4e00-\u9fff]` },
    refusals: [
      /(?:我|本助手|我们)(?:[^。！？!?]{0,12})?(?:不能|无法|不可以|不会|不便|不愿意|没办法|無法|不會|拒绝|拒絕)(?!相信|想象|想像|保证|保證|不|访问|訪問|确定|確定|知道)/u,
      /(?:抱歉|对不起|對不起|很遗憾|不好意思)[^。！？!?]{0,30}(?:不能|无法|無法|不会|不會|不便|拒绝|没办法)/u,
      /(?:违反|違反|不符合)[^。！？!?]{0,20}(?:规定|規定|政策|准则|準則|原则)/u,
    ],
    limits: [/我(?:没有|沒有|无法|無法)(?:权限|访问|訪問|相关信息|获取|確定|确定|知道)|我不知道/u],
  },
  {
    ...nothing,
    language: "ja",
    mark: { script: String.raw`[\u3040-\u30ff\u4e00-\u9fff]` },
    refusals: [
      /(?:お手伝い|お答え|ご協力|お応え|対応|提供|お教え|お伝え|支援|回答|開示|作成|共有|実行|ご案内)(?:する|は|を|することは|する事は)*(?:は|が)?(?:でき(?:ません|かねます|ない)|いたしかねます|致しかねます|しかねます|お断り)/u,
      /(?:申し訳|すみません|恐れ入りますが|残念ながら)[^。！？]{0,80}(?:できません|できかねます|いたしかねます|致しかねます|しかねます|お断り|控え)/u,
      /お断り(?:いたします|します|させて)|(?:拒否|辞退)(?:いたします|します|させて)/u,
    ],
    limits: [
      /(?:情報|アクセス権?|記録)(?:が|は|を持って)(?:ありません|ございません|いません)|わかりません|分かりません|存じません/u,
    ],
  },
  {
    ...nothing,
    language: "ko",
    mark: { script: String.raw`[\uac00-\ud7af]` },
    refusals: [
      /(?:도와드릴|도울|제공할|제공해 드릴|알려드릴|답변할|답변드릴|공유할|작성할|수행할|말씀드릴|응할|드릴|할)\s?수\s?(?:가\s?)?없(?:습니다|어요|음|네요)/u,
      /(?:죄송|유감)[^.!?。]{0,60}(?:수 없|어렵습니다|불가)|거절(?:합니다|하겠습니다|해야)/u,
    ],
    limits: [/(?:정보|접근 권한|권한)(?:가|이|은|는)?\s?없(?:습니다|어요)|모르겠습니다|알 수 없/u],
  },
  {
    ...nothing,
    language: "ar",
    mark: { script: String.raw`[\u0600-\u06ff]` },
    refusals: [
      /(?:لا|لن|لست) (?:أستطيع|استطيع|يمكنني|يمكننا|أقدر|يسعني|أتمكن|نستطيع|أكشف|أقدم|أشارك|قادرا|مخولا|أساعد)(?! (?:أن )?(?:أصدق|تصديق|الانتظار|ضمان))/u,
      /(?:آسف|عذرا|عذرًا|أعتذر|للأسف|معذرة)[^.!؟]{0,60}(?:لا |لن |غير )(?:أستطيع|يمكن|يمكنني|قادر|مسموح|مخول)/u,
      /(?:أرفض|ليس (?:بإمكاني|بوسعي|مسموحا)|غير (?:مسموح|مصرح) لي|يجب أن أرفض)/u,
    ],
    limits: [/(?:ليس لدي|لا أملك|لا تتوفر لدي) (?:معلومات|وصول|إمكانية|أي)|لا أعرف|لا أعلم/u],
  },
  {
    ...nothing,
    language: "he",
    mark: { script: String.raw`[\u0590-\u05ff]` },
    refusals: [
      /(?:אני|אנחנו) (?:לא|אינני|איני) (?:יכול|יכולה|יכולים|מוכן|מוכנה|רשאי|רשאית)|איני (?:יכול|רשאי)|לא אוכל (?:לעזור|לסייע|לספק|לשתף)|מסרב/u,
    ],
    limits: [/אין לי (?:גישה|מידע)|אני לא יודע/u],
  },
  {
    ...nothing,
    language: "fa",
    mark: { script: String.raw`[\u0600-\u06ff]` },
    refusals: [
      /(?:نمی‌?توانم|نمیتوانم|نمی توانم|قادر نیستم|اجازه ندارم|مجاز نیستم|نخواهم)(?! باور)|متأسفم[^.!؟]{0,60}نمی/u,
    ],
    limits: [/(?:دسترسی|اطلاعاتی?) ندارم|نمی‌?دانم/u],
  },
  {
    ...nothing,
    language: "hi",
    mark: { script: String.raw`[\u0900-\u097f]` },
    refusals: [
      /(?:मैं|हम)[^।!?]{0,120}(?:नहीं (?:कर|दे|बता|साझा|लिख|बना|कह) ?सकत[ाेी]|सहायता नहीं|मदद नहीं|असमर्थ|अनुमति नहीं|इनकार|मना कर)/u,
      /(?:क्षमा|माफ़|माफ|खेद)[^।!?]{0,120}(?:नहीं|असमर्थ)/u,
      /नहीं (?:कर|दे|बता|साझा कर) ?सकत[ाेी]/u,
    ],
    limits: [/(?:जानकारी|पहुँच|पहुंच) नहीं है|मुझे नहीं पता/u],
  },
  {
    ...nothing,
    language: "bn",
    mark: { script: String.raw`[\u0980-\u09ff]` },
    refusals: [
      /(?:আমি|আমরা)[^।!?]{0,120}(?:পারি না|পারব না|পারবো না|পারছি না|অক্ষম)|দুঃখিত[^।!?]{0,120}(?:পারি না|পারব না|পারছি না|পারবো না)/u,
    ],
    limits: [/(?:তথ্য|অ্যাক্সেস) নেই|আমি জানি না/u],
  },
  {
    ...nothing,
    language: "id",
    mark: { words: "tidak|menolak" },
    refusals: [
      /\b(?:saya|kami) (?:tidak (?:dapat|bisa|akan|boleh|mampu)|menolak|harus menolak|terpaksa menolak)(?! (?:percaya|menjamin|menunggu))\b|\bmaaf\b[^.!?]{0,60}\btidak (?:dapat|bisa|boleh)\b/,
    ],
    limits: [/\b(?:saya|kami) tidak (?:memiliki|punya) (?:akses|informasi)\b|\bsaya tidak tahu\b/],
  },
  {
    ...nothing,
    language: "vi",
    mark: { words: "không|từ chối" },
    refusals: [
      /(?:tôi|chúng tôi|mình) (?:không thể|sẽ không|không được phép|từ chối|phải từ chối)(?! (?:tin|chờ|đảm bảo))|xin lỗi[^.!?]{0,80}không thể/u,
    ],
    limits: [/tôi không (?:có (?:quyền truy cập|thông tin)|biết)/u],
  },
  {
    ...nothing,
    language: "th",
    mark: { script: String.raw`[\u0e00-\u0e7f]` },
    refusals: [
      /(?:ไม่สามารถ|ไม่อาจ|ขอปฏิเสธ|ไม่ได้รับอนุญาต)(?:ช่วย|ให้|ตอบ|เปิดเผย|ทำ|แบ่งปัน|บอก|สร้าง|เขียน|ดำเนินการ)?/u,
    ],
    limits: [/ไม่มี(?:ข้อมูล|สิทธิ์เข้าถึง)|ไม่ทราบ/u],
  },
  {
    ...nothing,
    language: "sw",
    mark: { words: String.raw`siwezi|sitaweza|hatuwezi|siruhusiwi|nakataa|nikatae|sina\b|sijui` },
    refusals: [/\b(?:siwezi|sitaweza|hatuwezi|siruhusiwi|nakataa|lazima nikatae)(?! kuamini)\b/],
    limits: [/\bsina (?:taarifa|habari|ufikiaji)\b|\bsijui\b/],
  },
  {
    ...nothing,
    language: "da-no",
    mark: { words: "ikke|nægter|nekter|afvise|avslå|ingen" },
    refusals: [
      /(?:^|[^\p{L}])(?:jeg|vi) (?:kan|må|vil|får|kommer)(?: (?:desværre|dessverre|til))* (?:ikke|til å ikke)(?! (?:tro|vente|garantere))/u,
      /(?:desværre|dessverre|beklager)[^.!?]{0,60}(?:kan|må) (?:jeg|vi)? ?ikke|jeg (?:nægter|nekter|må afvise|må avslå)/u,
    ],
    limits: [/jeg har (?:ikke|ingen) (?:adgang|tilgang|information|oplysninger)|jeg ved ikke|jeg vet ikke/u],
  },
  {
    ...nothing,
    language: "fi",
    mark: { words: String.raw`en\b|emme\b|kieltäy|minulla ei` },
    refusals: [
      /(?:^|[^\p{L}])(?:en|emme) (?:valitettavasti )?(?:voi|pysty|saa|aio|halua)(?! (?:uskoa|odottaa|taata))|kieltäydyn|joudun kieltäytymään/u,
    ],
    limits: [/minulla ei ole (?:pääsyä|tietoa)|en tiedä/u],
  },
  {
    ...nothing,
    language: "cs",
    mark: { words: "nemoh|nemůž|nesmím|nebudu|odmít|nejsem|nemám|nevím" },
    refusals: [
      /(?:^|[^\p{L}])(?:nemohu|nemůžu|nemůžeme|nesmím|nebudu|odmítám|musím odmítnout|nejsem oprávněn[a]?)(?! (?:uvěřit|zaručit))/u,
    ],
    limits: [/nemám (?:přístup|informace)|(?:^|[^\p{L}])nevím/u],
  },
  {
    ...nothing,
    language: "hu",
    mark: { words: "nem |vissza kell|elutasít|megtagad|nincs" },
    refusals: [
      /nem (?:tudok|tudom|áll módomban|segíthetek|adhatok|adhatom|oszthatok|oszthatom|fogok|fogom|vagyok jogosult)|vissza kell utasítanom|elutasítom|megtagadom/u,
    ],
    limits: [/nincs (?:hozzáférésem|információm)|(?:^|[^\p{L}])nem tudom\./u],
  },
  {
    ...nothing,
    language: "ro",
    mark: { words: "nu |refuz" },
    refusals: [
      /(?:^|[^\p{L}])nu (?:vă |te |îți |îl |o |le )?(?:pot|putem|voi|doresc|sunt (?:autorizată?|în măsură))(?! (?:să cred|crede|garanta))|refuz(?:$|[^\p{L}])|trebuie să refuz/u,
    ],
    limits: [/nu am (?:acces|informații)|(?:^|[^\p{L}])nu știu/u],
  },
  {
    ...nothing,
    language: "el",
    mark: { script: String.raw`[\u0370-\u03ff]` },
    refusals: [
      /δεν (?:μπορώ|μπορούμε|θα|επιτρέπεται|είμαι σε θέση)(?! να (?:πιστέψω|εγγυηθώ))|αρνούμαι|πρέπει να αρνηθώ/u,
    ],
    limits: [/δεν έχω (?:πρόσβαση|πληροφορίες)|δεν γνωρίζω|δεν ξέρω/u],
  },
];
