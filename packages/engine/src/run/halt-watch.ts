import {
  compareSeverity,
  severities,
  type HaltCause,
  type HaltRule,
  type Severity,
  type Transcript,
  type Verdict,
} from "@probity/domain";

/** Live figures that halt rules look at. Fed with every recorded trial, and with the verdicts that come later. */
export interface HaltWatch {
  /** A recorded trial; without a verdict when its judge takes longer. */
  readonly saw: (
    transcript: Transcript,
    verdict: Verdict | undefined,
    costUsd: number,
  ) => HaltCause | undefined;
  /** The verdict on a trial that was seen without one. */
  readonly judged: (transcript: Transcript, verdict: Verdict, costUsd: number) => HaltCause | undefined;
}

export interface HaltWatchStart {
  readonly rules: readonly HaltRule[];
  /** Breached trials so far, by severity, from the store. */
  readonly breaches: Readonly<Record<Severity, number>>;
  readonly answersWithPersonalData: number;
}

/** Watches the charter's halt rules over live results. The first rule whose limit is passed gives the cause. */
export function watchHaltRules({ rules, breaches, answersWithPersonalData }: HaltWatchStart): HaltWatch {
  const breached = { ...breaches };
  let withPersonalData = answersWithPersonalData;
  const recentFailures: boolean[] = [];
  const recentLatencies: number[] = [];
  const longest = Math.max(1, ...rules.map((rule) => ("window" in rule ? rule.window : 1)));

  const figure = (rule: HaltRule, costUsd: number): number => {
    switch (rule.when) {
      case "breaches":
        return severities
          .filter((each) => compareSeverity(each, rule.severity) >= 0)
          .reduce((sum, each) => sum + breached[each], 0);
      case "personal-data":
        return withPersonalData;
      case "cost":
        return costUsd;
      case "error-rate": {
        const window = recentFailures.slice(-rule.window);
        return window.length < rule.window ? 0 : window.filter(Boolean).length / window.length;
      }
      case "latency": {
        const window = recentLatencies.slice(-rule.window).sort((a, b) => a - b);
        return window.length < rule.window ? 0 : (window[Math.ceil(window.length * 0.95) - 1] ?? 0);
      }
    }
  };

  const passed = (costUsd: number): HaltCause | undefined => {
    for (const rule of rules) {
      const value = figure(rule, costUsd);
      if (value > rule.moreThan) return { kind: "rule", rule: rule.id, figure: value, limit: rule.moreThan };
    }
    return undefined;
  };

  return {
    saw(transcript, verdict, costUsd) {
      if (rules.length === 0) return undefined;
      if (verdict?.outcome === "breached") breached[transcript.order.severity] += 1;
      if (Object.keys(transcript.masked).length > 0) withPersonalData += 1;
      keep(recentFailures, transcript.ending.kind === "failed", longest);
      for (const { latencyMs } of transcript.exchanges) keep(recentLatencies, latencyMs, longest);
      return passed(costUsd);
    },
    judged({ order }, { outcome }, costUsd) {
      if (rules.length === 0) return undefined;
      if (outcome === "breached") breached[order.severity] += 1;
      return passed(costUsd);
    },
  };
}

function keep<T>(recent: T[], value: T, longest: number): void {
  recent.push(value);
  if (recent.length > longest * 2) recent.splice(0, recent.length - longest);
}
