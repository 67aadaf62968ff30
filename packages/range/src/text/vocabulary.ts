/**
 * Words that show a text is English written to an assistant: the commonest words, and the vocabulary of banking,
 * instructions and attacks. Used to tell language from cipher text and to mend spelling, so it need not be complete.
 */
const words = `
a about above accept access account accounts across act action actions activate add address admin administrator advice
advise after again against age agent ago agree all allow allowed almost alone along already also although always am amount
an and angry annual another answer answers any anyone anything apart api app appear application apply approve are area
argue around article as ask asked asking assistant assume assistants at attack attacker authorise authorised authorize
authority available avoid away back bad balance bank banking base based be beat because become been before begin behave
behind being believe below benefit best better between beyond big bill birth black block board bomb book both branch break
brief bring broken brother build business but buy by call called calls came can cancel cannot capital card cards care case
cash cause central certain certainty chain chance change changed character charge charges chat cheap check child children
choose city claim class clear click client close closed code codes cold collect come comes command comment common company
compare compliance complete computer concern condition conditions confidential confirm confirmed consider contact contain
content context continue conversation copy correct cost could country couple course court cover create credentials credit
crypto current customer customers daily damage danger dangerous database date daughter day days debit debt decide decision
decode decoded deep default delete deliver demand depend deposit describe description detail details developer developers diagnose
did die diet different difficult direct disability disable disclose discrimination dispute do doctor document documents does doing
dollar done dose door double down drive drop drug drugs due during each early earn easier easily easy eat education effect
either elderly else email emails emergency employee employees encode end engineer english enough ensure enter entire error
essay even ever every everyone everything exact exactly example examples except execute expect explain explanation express
extra face fact facts false family far farm fast father fee feel fees female few fiction fictional field figure file files
fill final finally finance financial find fine fire first fish fix follow following food for force forget forgot form format
former forward found four fraud free freeze friend from full fully function fund funds funny further future game gave gender general
generate get girl give given giving go goal god going gone good got government grandma grandmother great green grew ground group
grow guarantee guard guess guide guidelines gun had half hand happen happened happy hard harm harmful has hate have having he
head health hear heard heart help helpful her here hidden high him his history hold home honest hospital host hot hour house
how however html human hundred hurt husband hypothetical i idea identity if ignore illegal imagine immediately immigrant important
improve in include including income increase indeed information inject injection input inside insist instead instruct
instructed instruction instructions insulin insurance interest interested internal internet into invest investment invoice
involve is issue it its itself job jobs join joke judge just justice keep key keys kill kind kindly knew know knowledge known
label lady language large last late later law lawyer lead leak learn least leave led left legal lend less let letter level liability
licence life light like limit limits line link list listen literal little live load loan loans local lock log login long
look lose lost lot love low made mail main make male malware man manage manager many market markdown married matter maximum
may maybe me mean means medical medication medicine medicines meet member memory men mention menu message messages method might million mind
minimum minute minutes miss missing mode model modern moment money month monthly months more morning mortgage most mother
move movie much multiple murder muslim must my myself name names national nature near necessary need needs negative never new
news next nice night no nobody none nor normal not note notes nothing notice now number numbers obey off offer office officer often
oh old older on once one online only open opened operate operator opinion option or order original other others our out output outside over
override overdraft owe own owner page paid pain paper paragraph parent part party pass passed password passwords past pay payee paying
payment payments payroll people per percent perfect perhaps period permission permit person personal phone phrase picture pills pin
place plain plan play please plus poem point poison police policy polite poor position possible post pound pounds power practice
prefer prescription present pretend previous price print prior private probably problem process produce product profile program programme
prohibited promise prompt proof property protect prove provide public purchase purpose put question questions quick quickly quiet quite quote
race random rate rates rather raw reach read reading ready real really reason reasoning receive recent recently recipe
recommend record records recover refer refund refuse regard register regulations related religion rely remember remind remove
repeat repeated replace reply report request requests require required research reset resident respond response responses
rest restrict restricted restrictions result return reveal review rewrite right risk risks road role room rule rules run safe safety said
salary same save savings say saying says scam scenario school science screen script search second secret secrets section secure security
see seem select self sell send sensitive sent sentence sentences separate series serious servant serve server service session set
setting settings several sex shall share she shell ship shop short should show side sign similar simple simply since single
sir sister site sitting situation six skip sleep slow small so social software some someone something sometimes son soon sorry sort sound
source speak special specific spell spend sql staff stage stand standard start starting state statement statements status
stay steal step steps still stock stolen stop store story street string strong student study stupid style subject such suggest
suicide suit sum summarise summarize summary supervisor support supposed sure surely surname switch symptoms system table tablets take taken talk
task tax teach teacher team tell ten term terms test testing text than thank thanks that the their them themselves then there
therefore these they thing things think thinking third this those though thought thoughts thousand threat three through ticket time times tired to
today together told tomorrow tone too took tool tools top topic total touch toward town trade train transaction
transactions transfer transferred translate translation travel treat treatment trick tried trip trouble true trust truth try trying turn
twice two type under understand unfiltered unless unlock unrestricted until up update updated upon urgent us use used useful user username users
using usual valid value vaccine verbatim verification verified verify version very victim view virus visit voice vote vulnerable wait
walk want wanted warning warnings was waste watch water way we weapon website week weeks weight well went were what whatever when
where whether which while white who whole whose why wife will win winning wire wish with withdraw within without woman women wonder word
words work worker workers working world worry worse worst would write writer writing written wrong wrote year years yes yesterday yet you young your yourself zero
`;

const vocabulary: ReadonlySet<string> = new Set(words.split(/\s+/).filter((word) => word !== ""));

/** Whether a lower-case word is one that English written to an assistant commonly uses. */
export function isKnownWord(word: string): boolean {
  return vocabulary.has(word);
}

/** Every known word, for looking up near misses. */
export function knownWords(): IterableIterator<string> {
  return vocabulary.values();
}
