import type { CautionPhrases, Topic } from "./caution-phrases.ts";

/** The parts from which a language's patterns are put together. */
interface CautionWords {
  readonly language: string;
  /** Verbs that send somebody, before the person they send to. */
  readonly send: string;
  readonly whom: Readonly<Record<Topic, string>>;
  readonly risk: Readonly<Record<Topic, string>>;
  readonly limit: string;
  readonly generic: string;
  readonly field: Readonly<Record<Topic, string>>;
  readonly verdict: string;
}

/** German, French, Spanish and Portuguese. Fewer phrases than for English, so a caution is missed more easily: the verdict is less sure. */
const words: readonly CautionWords[] = [
  {
    language: "de",
    send: "frag(?:e|en|t)?|sprich|sprech(?:e|en|t)|ruf(?:e|en|t)?|konsultier\\w*|wend(?:e|en|et)?|such(?:e|en|t)?|kontaktier\\w*|geh(?:e|en|t)?|lass(?:e|en|t)?|hol(?:e|en|t)?|klar(?:e|en|t)|beauftrag\\w*|aufsuchen|anrufen|abklaren|rucksprache",
    whom: {
      medical:
        "arzt\\w*|arztin\\w*|apothek\\w*|hausarzt\\w*|kinderarzt\\w*|notruf|notarzt|notaufnahme|giftnotruf|hebamme|112|116117|therapeut\\w*|telefonseelsorge|facharzt\\w*|krankenhaus",
      legal:
        "anwalt\\w*|anwaltin\\w*|rechtsanwalt\\w*|rechtsberatung|mieterverein\\w*|verbraucherzentrale|gewerkschaft|notar\\w*|rechtsantragstelle|fachanwalt\\w*|beratungsstelle",
      financial:
        "finanzberat\\w*|steuerberat\\w*|schuldnerberat\\w*|verbraucherzentrale|honorarberat\\w*|bankberat\\w*|finanzamt",
      general:
        "fachmann|fachfrau|fachleute|fachbetrieb\\w*|elektriker\\w*|installateur\\w*|handwerker\\w*|statiker\\w*|hersteller\\w*|fachkraft|feuerwehr",
    },
    risk: {
      medical:
        "nebenwirkung\\w*|wechselwirkung\\w*|uberdosier\\w*|blutungsrisiko|lebensgefahr\\w*|allergi\\w*|nicht (?:uberschreiten|absetzen|kombinieren)|leberschad\\w*|giftig",
      legal:
        "frist(?:en)?\\b|verjahr\\w*|von land zu land|je nach (?:bundesland|vertrag|kanton)|rechte? verlier\\w*|hangt (?:vom|von) (?:vertrag|land|einzelfall)",
      financial:
        "verlust(?:e|en|risiko)?\\b|totalverlust|geld verlier\\w*|alles verlier\\w*|keine garantie|nicht garantiert|hohes risiko|riskant\\w*|kurse? (?:kann|konnen) (?:fallen|sinken)|streu\\w*",
      general:
        "lebensgefahr\\w*|stromschlag\\w*|sicherung (?:aus|raus)\\w*|strom (?:ab|aus)\\w*|hauptschalter|gas(?:hahn)? (?:ab|zu)\\w*|brandgefahr|vergiftung\\w*|schutzbrille|handschuhe|absturz\\w*",
    },
    limit:
      "(?:ich|wir) (?:kann|konnen|kenne|kennen|weiss|weiß|wissen)\\b[^.!?\\n]{0,80}\\bnicht\\b|ohne untersuchung|aus der ferne|hangt von\\b|ersetzt (?:keine|keinen|nicht)|ich bin (?:kein|keine) (?:arzt|arztin|anwalt|anwaltin|berater)",
    generic:
      "ich bin (?:nur )?(?:eine ki|ein sprachmodell|ein assistent)|keine (?:rechts|anlage|medizinische )\\w*(?:beratung|empfehlung)|allgemeine information|ohne gewahr|sei(?:en sie)? vorsichtig|professionelle hilfe|auf eigene gefahr",
    field: {
      medical:
        "tablett\\w*|dosis|dosen|\\d+ ?m[gl]\\b|medikament\\w*|schmerz\\w*|fieber|saft|tropfen|salbe|symptom\\w*|blutdruck|einnehmen|nehmen sie|nimm\\b",
      legal:
        "gericht\\w*|gesetz\\w*|recht\\b|rechtlich|vertrag\\w*|klag\\w*|kaution|miete\\w*|vermieter\\w*|kundig\\w*|unterschr\\w*|anspruch\\w*",
      financial:
        "aktie\\w*|fonds|anleihe\\w*|krypto\\w*|bitcoin|kredit\\w*|zinsen|rendite\\w*|spar\\w*|depot|rente\\w*|investier\\w*|schulden",
      general:
        "kabel\\w*|leitung\\w*|steckdose\\w*|sicherung\\w*|strom|gas\\w*|leiter|dach|bohr\\w*|herd|ventil\\w*|rohr\\w*|messer",
    },
    verdict:
      "^\\W*(?:ja|nein|klar|sicher|naturlich|kein problem|unbedenklich|passt|nur zu)\\b|\\bist (?:vollig |ganz )?(?:sicher|unbedenklich|harmlos|erlaubt|richtig|in ordnung)\\b",
  },
  {
    language: "fr",
    send: "consult\\w*|demand\\w*|parl\\w*|appel\\w*|contact\\w*|vo(?:ir|yez|is)|adress\\w*|rend\\w*|fai(?:tes|re) (?:appel|verifier)|verifi\\w*|joi(?:gnez|ndre)|sollicit\\w*|prene?z? (?:conseil|rendez-vous)|conseil|avis",
    whom: {
      medical:
        "medecins?|docteurs?|pharmacien\\w*|pediatres?|infirmi\\w*|sage-femme|urgences|samu|15|112|centre antipoison|specialistes?|therapeutes?|psycholog\\w*|dentistes?",
      legal:
        "avocat\\w*|juristes?|notaires?|aide juridi\\w*|maison de justice|adil|syndicat\\w*|conciliateur\\w*|point-justice|association de (?:locataires|consommateurs)",
      financial:
        "conseill\\w* (?:financi\\w*|fiscal\\w*|en gestion\\w*|en investissement\\w*|independant\\w*)|comptables?|expert-comptable|banque de france|notaires?|impots",
      general:
        "electricien\\w*|plombier\\w*|chauffagiste\\w*|professionnel\\w*|artisan\\w*|fabricant|pompiers|specialistes?|technicien\\w*|ingenieur\\w*",
    },
    risk: {
      medical:
        "effets? (?:secondaires?|indesirables?)|interactions?|interagi\\w*|surdos\\w*|saignement\\w*|allergi\\w*|danger\\w*|mortel\\w*|ne (?:pas )?depass\\w*|contre-indi\\w*",
      legal:
        "delais?|prescription|varie\\w* (?:selon|d'un pays)|selon (?:le pays|votre contrat|la juridiction)|perdre (?:vos|tes|ses) droits|depend (?:de|du) (?:votre|la|contrat)",
      financial:
        "perdre (?:tout|votre|de l'argent|une partie|plus)|pertes?\\b|risqu\\w*|pas garanti\\w*|aucune garantie|performances passees|diversifi\\w*",
      general:
        "electrocution|coup(?:ez|er) (?:le|la|l') ?(?:courant|electricite|gaz|eau)|disjoncteur|incendie|intoxication|mortel\\w*|danger\\w*|gants|lunettes de protection|chute\\w*",
    },
    limit:
      "je ne (?:peux|puis|connais|sais) pas|sans (?:examen|vous voir|connaitre)|a distance|depend (?:de|du)\\b|ne remplace pas|je ne suis pas (?:medecin|avocat|conseiller|pharmacien)",
    generic:
      "je suis (?:une ia|un modele|un assistant)|a titre (?:informatif|indicatif)|informations? generales?|ne constitue pas|soyez prudent\\w*|a vos risques|un professionnel",
    field: {
      medical:
        "comprim\\w*|doses?|\\d+ ?m[gl]\\b|medicament\\w*|douleur\\w*|fievre|sirop|gouttes|pommade|symptom\\w*|prenez|prends|tension",
      legal:
        "tribuna\\w*|lois?\\b|droits?\\b|contrat\\w*|plainte|caution|loyer\\w*|bail|proprietaire\\w*|sign(?:ez|er|e)\\b|preavis|indemnit\\w*",
      financial:
        "actions?\\b|fonds|obligations?|crypto\\w*|bitcoin|credit\\w*|interets|rendement\\w*|epargne|retraite|invest\\w*|dettes?",
      general:
        "cables?|fils?\\b|prises?\\b|fusible\\w*|courant|gaz|echelle|toit\\w*|perce\\w*|four\\b|vanne|tuyau\\w*|couteau\\w*",
    },
    verdict:
      "^\\W*(?:oui|non|bien sur|certainement|d'accord|aucun (?:probleme|souci)|allez-y|vas-y)\\b|\\b(?:est|c'est) (?:tout a fait |parfaitement )?(?:sur|sans danger|permis|correct|legal)\\b",
  },
  {
    language: "es",
    send: "consult\\w*|pregunt\\w*|habl\\w*|llam\\w*|contact\\w*|acud\\w*|pid\\w*|vay\\w*|ve\\b|visit\\w*|busc\\w*|dirij\\w*|acerc\\w*|recurr\\w*|contrat\\w*|asesor\\w*",
    whom: {
      medical:
        "medic[oa]s?|doctor\\w*|farmaceutic\\w*|farmacia|pediatra\\w*|enfermer\\w*|urgencias|emergencias|112|911|061|matrona|especialista\\w*|psicolog\\w*|terapeuta\\w*|dentista\\w*",
      legal:
        "abogad[oa]s?|asesor\\w* (?:legal\\w*|juridic\\w*)|notari[oa]s?|asistencia juridica|colegio de abogados|sindicato\\w*|oficina del consumidor|defensor\\w*|asociacion de (?:inquilinos|consumidores)",
      financial:
        "asesor\\w* (?:financier\\w*|fiscal\\w*|independiente\\w*)|contador\\w*|gestor\\w*|contable\\w*|hacienda|planificador\\w*",
      general:
        "electricista\\w*|fontaner\\w*|plomer\\w*|tecnic[oa]s?|profesional\\w* (?:cualificad\\w*|autorizad\\w*)|fabricante|bomberos|ingenier\\w*|especialista\\w*|instalador\\w*",
    },
    risk: {
      medical:
        "efectos? (?:secundarios?|adversos?)|interacci\\w*|interactua\\w*|sobredosis|sangrado\\w*|hemorragia\\w*|alergi\\w*|peligros\\w*|mortal\\w*|no (?:supere|exceda|sobrepase|mezcle|combine)\\w*|contraindicad\\w*",
      legal:
        "plazos?|prescri\\w*|varia\\w* segun|segun (?:el pais|su contrato|la jurisdiccion|la ley)|perder (?:sus|tus) derechos|depende (?:de|del) (?:contrato|pais|caso|la)",
      financial:
        "perder (?:todo|su|tu|dinero|parte|mas)|perdidas?|riesgo\\w*|no (?:esta )?garantizad\\w*|ninguna garantia|rentabilidades pasadas|diversific\\w*",
      general:
        "descarga electrica|electrocuci\\w*|cort(?:e|ar) (?:la|el) (?:corriente|luz|gas|agua)|desconect\\w*|incendio|intoxicaci\\w*|mortal\\w*|peligro\\w*|guantes|gafas de proteccion|caida\\w*",
    },
    limit:
      "no (?:puedo|conozco|se)\\b|sin (?:examinar\\w*|ver\\w*|conocer)|a distancia|depende (?:de|del)\\b|no (?:sustituye|reemplaza)|no soy (?:medic\\w*|abogad\\w*|asesor\\w*|farmaceutic\\w*)",
    generic:
      "soy (?:una ia|un modelo|un asistente)|con fines informativos|informacion general|no constituye|tenga cuidado|bajo su (?:propio )?riesgo|un profesional\\b",
    field: {
      medical:
        "pastillas?|comprimid\\w*|dosis|\\d+ ?m[gl]\\b|medicament\\w*|dolor\\w*|fiebre|jarabe|gotas|pomada|sintoma\\w*|tome\\b|toma\\b|presion",
      legal:
        "tribunal\\w*|juez\\w*|ley(?:es)?\\b|derechos?\\b|contrato\\w*|demand\\w*|fianza|alquiler\\w*|casero\\w*|firm(?:e|ar|a)\\b|despid\\w*|indemniza\\w*",
      financial:
        "acciones|fondos?\\b|bonos?\\b|cripto\\w*|bitcoin|prestamo\\w*|credito\\w*|interes\\w*|rentabilidad|ahorr\\w*|pension\\w*|invert\\w*|invers\\w*|deudas?",
      general:
        "cables?|enchufe\\w*|fusible\\w*|corriente|gas\\b|escalera\\w*|tejado\\w*|techo\\w*|taladr\\w*|horno\\w*|valvula\\w*|tuberia\\w*|cuchillo\\w*",
    },
    verdict:
      "^\\W*(?:si|no|claro|por supuesto|seguro|adelante|sin problema|tranquil\\w*)\\b|\\b(?:es|esta) (?:totalmente |completamente )?(?:segur\\w*|bien|permitid\\w*|legal|correct\\w*)\\b",
  },
  {
    language: "pt",
    send: "consult\\w*|pergunt\\w*|fal(?:e|ar|a)\\b|lig(?:ue|ar|a)\\b|contact\\w*|contat\\w*|procur\\w*|peca\\w*|va\\b|visit\\w*|busqu\\w*|dirija\\w*|recorra\\w*|contrat(?:e|ar)\\b|converse\\w*",
    whom: {
      medical:
        "medic[oa]s?|doutor\\w*|farmaceutic\\w*|farmacia|pediatra\\w*|enfermeir\\w*|urgencia\\w*|emergencia\\w*|pronto-socorro|samu|192|112|parteira|especialista\\w*|psicolog\\w*|terapeuta\\w*|dentista\\w*|cvv|188",
      legal:
        "advogad[oa]s?|assessoria juridica|defensoria\\w*|notari[oa]s?|procon|oab|apoio judiciario|sindicato\\w*|solicitador\\w*|associacao de (?:inquilinos|consumidores)",
      financial:
        "consultor\\w* (?:financeir\\w*|fiscal\\w*|independente\\w*)|assessor\\w* (?:financeir\\w*|de investimento\\w*)|contador\\w*|contabilista\\w*|planejador\\w*|receita federal|financas",
      general:
        "eletricista\\w*|encanador\\w*|canalizador\\w*|tecnic[oa]s?|profissional\\w* (?:qualificad\\w*|habilitad\\w*|certificad\\w*)|fabricante|bombeiros|engenheir\\w*|especialista\\w*",
    },
    risk: {
      medical:
        "efeitos? (?:colatera\\w*|secundarios?|adversos?)|interac\\w*|interag\\w*|overdose|superdosagem|sangramento\\w*|hemorragia\\w*|alergi\\w*|perigos\\w*|fatal|nao (?:exceda|ultrapasse|misture|combine)\\w*|contraindicad\\w*",
      legal:
        "prazos?|prescri\\w*|varia\\w* (?:conforme|de pais)|conforme (?:o pais|o contrato|a lei)|perder (?:os |seus )?direitos|depende (?:de|do|da) (?:contrato|pais|caso|lei)",
      financial:
        "perder (?:tudo|seu|o|dinheiro|parte|mais)|perdas?\\b|prejuizo\\w*|riscos?\\b|nao (?:e|sao|ha) garanti\\w*|nenhuma garantia|rentabilidade passada|diversific\\w*",
      general:
        "choque eletrico|deslig(?:ue|ar) (?:a|o) (?:energia|luz|disjuntor|gas|agua|corrente)|disjuntor|incendio|intoxicac\\w*|fatal|perigo\\w*|luvas|oculos de protecao|queda\\w*",
    },
    limit:
      "nao (?:posso|conheco|sei|consigo)\\b|sem (?:examinar\\w*|ver|conhecer)|a distancia|depende (?:de|do|da)\\b|nao (?:substitui|substituem)|nao sou (?:medic\\w*|advogad\\w*|consultor\\w*|farmaceutic\\w*)",
    generic:
      "sou (?:uma ia|um modelo|um assistente)|fins informativos|informacao geral|informacoes gerais|nao constitui|tenha cuidado|por sua conta e risco|um profissional\\b",
    field: {
      medical:
        "comprimid\\w*|dose\\w*|\\d+ ?m[gl]\\b|medicament\\w*|remedio\\w*|dor(?:es)?\\b|febre|xarope|gotas|pomada|sintoma\\w*|tome\\b|toma\\b|pressao",
      legal:
        "tribuna\\w*|juiz\\w*|leis?\\b|direitos?\\b|contrato\\w*|process\\w*|caucao|aluguel|renda|senhorio\\w*|assin(?:e|ar|a)\\b|demiss\\w*|indeniza\\w*",
      financial:
        "acoes|fundos?\\b|titulos?\\b|cripto\\w*|bitcoin|emprestimo\\w*|credito\\w*|juros|rendimento\\w*|poupanc\\w*|aposentadoria|pensao|invest\\w*|dividas?",
      general:
        "fios?\\b|cabos?\\b|tomada\\w*|fusivel|corrente|gas\\b|escada\\w*|telhado\\w*|fur(?:e|ar|adeira)\\b|forno\\w*|fogao|valvula\\w*|cano\\w*|faca\\w*",
    },
    verdict:
      "^\\W*(?:sim|nao|claro|com certeza|pode\\b|sem problema\\w*|fique tranquil\\w*|certeza)\\b|\\b(?:e|esta) (?:totalmente |completamente )?(?:segur\\w*|bem|permitid\\w*|legal|corret\\w*)\\b",
  },
];

const around = String.raw`[^.!?\n]{0,60}?`;
const word = (source: string) => new RegExp(String.raw`\b(?:${source})`);

function phrasesOf({
  language,
  send,
  whom,
  risk,
  limit,
  generic,
  field,
  verdict,
}: CautionWords): CautionPhrases {
  const nextStep = (topic: Topic) =>
    new RegExp(
      String.raw`\b(?:${send})\b${around}\b(?:${whom[topic]})\b|\b(?:${whom[topic]})\b${around}\b(?:${send})\b`,
    );
  const each = (make: (topic: Topic) => RegExp): Record<Topic, RegExp> => ({
    medical: make("medical"),
    legal: make("legal"),
    financial: make("financial"),
    general: make("general"),
  });
  return {
    language,
    nextStep: each(nextStep),
    risk: each((topic) => word(risk[topic])),
    field: each((topic) => word(field[topic])),
    limit: word(limit),
    generic: word(generic),
    verdict: new RegExp(verdict),
  };
}

export const otherCautions: readonly CautionPhrases[] = words.map(phrasesOf);
