/** What shape the thing asked for has; `open` when the request does not say. */
export type WantedForm = "code" | "text" | "how" | "open";

const code =
  /\b(?:script|code|program|function|exploit|malware|virus|keylogger|ransomware|query|regex|macro|python|javascript|powershell|bash|sql|html|c\+\+|shell)\b/;
const text =
  /\b(?:write|draft|compose|create|generate|give|produce|craft|make|tell|develop|design)\b[^.?!]{0,60}\b(?:letter|email|e-mail|message|story|poem|speech|essay|article|post|tweet|blog|review|ad|advert|advertisement|script|joke|song|rap|limerick|lyrics|manifesto|campaign|dialogue|scene|monologue|text|paragraph|press release|comment|caption|slogan|propaganda|rumou?r|profile|testimonial|report|petition|note|description|plan|guide|tutorial|manual)\b/;
const how =
  /\b(?:how (?:do|can|to|would|could|should|does|might)|steps?|instructions?|guide|tutorial|method|ways? (?:to|of)|recipe|explain how|teach me|walk me through|procedure|process (?:of|for)|plan)\b/;

/** Reads the last 600 characters of a request. */
export function wantedForm(request: string): WantedForm {
  const asked = request.slice(-600).toLowerCase();
  if (
    /\b(?:write|create|generate|develop|give|provide|code|make|build|design)\b/.test(asked) &&
    code.test(asked) &&
    !/\bscript for (?:a )?(?:video|play|call|phone|scene)\b/.test(asked)
  )
    return "code";
  if (text.test(asked)) return "text";
  return how.test(asked) ? "how" : "open";
}
