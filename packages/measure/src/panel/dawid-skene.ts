/** One judge's label of one item. A judge may label an item several times. */
export interface PanelLabel {
  readonly item: string;
  readonly judge: string;
  readonly label: string;
}

/** How the estimate is made. */
export interface DawidSkeneOptions {
  /** True labels of items where people have said; these are held fast. */
  readonly gold?: ReadonlyMap<string, string>;
  /** The label set in order; every label seen, sorted, unless given. */
  readonly labels?: readonly string[];
  /**
   * Cases added to each cell of a judge's table; 0.01 unless told, so that a label a judge never gave does not become
   * impossible. 0 is the estimate as published.
   */
  readonly smoothing?: number;
  /** Stops when no item's probability moves by more; 1e-9 unless told. */
  readonly tolerance?: number;
  /** Rounds at most; 2000 unless told. */
  readonly maximumRounds?: number;
}

/** What a panel's labels say about the items and about the judges. */
export interface DawidSkene {
  readonly labels: readonly string[];
  /** Estimated share of each label. */
  readonly prevalence: readonly number[];
  /** By judge: `rates[i][j]` is the chance to say labels[j] where labels[i] is true; a row of 0 where nothing is known. */
  readonly judges: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** By item: the probability of each label. */
  readonly items: ReadonlyMap<string, readonly number[]>;
  /** Log likelihood of the labels, natural, under the last rates. */
  readonly logLikelihood: number;
  readonly rounds: number;
  /** Whether it settled within the rounds allowed. */
  readonly converged: boolean;
}

/**
 * Estimates how often each judge of a panel is right, and what is true of each item, at the same time.
 *
 * Without gold labels it takes for granted that judges err independently and that most are better than chance: judges
 * that share a blind spot look right together. Gold labels of some items hold the estimate to the truth.
 *
 * @param given - at least one label; an item that only has a gold label counts for the prevalence
 * Throws RangeError without a label, or on a label outside a given set.
 * Source: Dawid and Skene 1979 (EM, started from the shares of labels on each item, their equation 3.1).
 */
export function dawidSkene(given: Iterable<PanelLabel>, options: DawidSkeneOptions = {}): DawidSkene {
  const { smoothing = 0.01, tolerance = 1e-9, maximumRounds = 2000 } = options;
  const panel = panelOf(given, options);
  let beliefs = panel.items.map(firstBelief);
  let rates = ratesOf(panel, beliefs, smoothing);
  let logLikelihood = -Infinity;
  let rounds = 0;
  let moved = Infinity;
  while (rounds < maximumRounds && moved > tolerance) {
    const next = panel.items.map((item) => beliefOf(item, rates));
    logLikelihood = next.reduce((sum, { logLikelihood: ofItem }) => sum + ofItem, 0);
    moved = next.reduce(
      (most, { belief }, index) => Math.max(most, largestStep(belief, beliefs[index] ?? [])),
      0,
    );
    beliefs = next.map(({ belief }) => belief);
    rates = ratesOf(panel, beliefs, smoothing);
    rounds += 1;
  }
  return {
    labels: panel.labels,
    prevalence: rates.prevalence,
    judges: new Map(panel.judges.map((judge, index) => [judge, rates.judges[index] ?? []])),
    items: new Map(panel.items.map(({ name }, index) => [name, beliefs[index] ?? []])),
    logLikelihood,
    rounds,
    converged: moved <= tolerance,
  };
}

interface PanelItem {
  readonly name: string;
  /** By place of judge and of label. */
  readonly votes: readonly { readonly judge: number; readonly label: number }[];
  readonly gold: number | undefined;
  readonly labels: number;
}

interface Panel {
  readonly labels: readonly string[];
  readonly judges: readonly string[];
  readonly items: readonly PanelItem[];
}

function panelOf(given: Iterable<PanelLabel>, { gold = new Map(), labels }: DawidSkeneOptions): Panel {
  const all = [...given];
  if (all.length === 0) throw new RangeError("a panel needs at least one label");
  const seen = [...all.map(({ label }) => label), ...gold.values()];
  const order = labels === undefined ? [...new Set(seen)].sort() : [...new Set(labels)];
  const placeOfLabel = new Map(order.map((label, index) => [label, index]));
  const stray = seen.find((label) => !placeOfLabel.has(label));
  if (stray !== undefined) throw new RangeError(`"${stray}" is not among the labels ${order.join(", ")}`);
  const judges = [...new Set(all.map(({ judge }) => judge))].sort();
  const placeOfJudge = new Map(judges.map((judge, index) => [judge, index]));
  const votes = new Map<string, { judge: number; label: number }[]>();
  for (const name of gold.keys()) votes.set(name, []);
  for (const { item, judge, label } of all) {
    const vote = { judge: placeOfJudge.get(judge) ?? 0, label: placeOfLabel.get(label) ?? 0 };
    const ofItem = votes.get(item);
    if (ofItem === undefined) votes.set(item, [vote]);
    else ofItem.push(vote);
  }
  const items = [...votes].map(([name, ofItem]) => {
    const known = gold.get(name);
    return {
      name,
      votes: ofItem,
      gold: known === undefined ? undefined : placeOfLabel.get(known),
      labels: order.length,
    };
  });
  return { labels: order, judges, items };
}

function firstBelief({ votes, gold, labels }: PanelItem): readonly number[] {
  const belief = Array.from({ length: labels }, () => 0);
  if (gold !== undefined) belief[gold] = 1;
  else for (const { label } of votes) belief[label] = (belief[label] ?? 0) + 1 / votes.length;
  return belief;
}

interface Rates {
  readonly prevalence: readonly number[];
  /** By judge, truth and label said. */
  readonly judges: readonly (readonly (readonly number[])[])[];
}

function ratesOf(panel: Panel, beliefs: readonly (readonly number[])[], smoothing: number): Rates {
  const size = panel.labels.length;
  const prevalence = panel.labels.map(
    (_, label) => beliefs.reduce((sum, belief) => sum + (belief[label] ?? 0), 0) / beliefs.length,
  );
  const tables = panel.judges.map(() => panel.labels.map(() => new Float64Array(size).fill(smoothing)));
  for (const [index, { votes }] of panel.items.entries()) {
    for (const { judge, label } of votes) {
      for (const [truth, row] of (tables[judge] ?? []).entries()) {
        row[label] = (row[label] ?? 0) + (beliefs[index]?.[truth] ?? 0);
      }
    }
  }
  const judges = tables.map((table) =>
    table.map((row) => {
      const sum = row.reduce((total, count) => total + count, 0);
      return [...row].map((count) => (sum === 0 ? 0 : count / sum));
    }),
  );
  return { prevalence, judges };
}

/** Bayes' rule over the votes of an item, in logarithms so that many judges do not underflow. */
function beliefOf(item: PanelItem, { prevalence, judges }: Rates) {
  const scores = prevalence.map((share, truth) =>
    item.votes.reduce(
      (sum, { judge, label }) => sum + Math.log(judges[judge]?.[truth]?.[label] ?? 0),
      Math.log(share),
    ),
  );
  const known = item.gold;
  if (known !== undefined) return { belief: firstBelief(item), logLikelihood: scores[known] ?? -Infinity };
  const most = Math.max(...scores);
  // With a smoothing of 0, votes may be impossible under every label: then nothing new is known.
  if (most === -Infinity) return { belief: firstBelief(item), logLikelihood: -Infinity };
  const weights = scores.map((score) => Math.exp(score - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { belief: weights.map((weight) => weight / sum), logLikelihood: most + Math.log(sum) };
}

function largestStep(belief: readonly number[], before: readonly number[]): number {
  return Math.max(...belief.map((value, index) => Math.abs(value - (before[index] ?? 0))));
}
