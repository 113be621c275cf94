import type {Policy, Remedies} from "./policy.ts";
import type {YamlValue} from "../source/readYaml.ts";
import type {Fault} from "../PublicationError.ts";
import type {PolicyContent} from "./policySchema.ts";

/** A rule that cannot stand beside the others. */
interface Conflict {
  /** The field at fault. */
  readonly rule: keyof PolicyContent;
  readonly isBroken: boolean;
  readonly what: string;
  readonly remedy: string;
}

/**
 * The rules of a policy that cannot stand together, each at the place in the files that says so. `sources` are the
 * edition's file and the template's, in this order.
 */
export function checkPolicy(
  {policy, remedies}: {policy: Policy; remedies: Remedies},
  sources: readonly YamlValue<PolicyContent>[],
): readonly Fault[] {
  return [...conflictsOfMarks(policy), ...conflictsOfNeeds(policy), ...conflictsOfRounding(policy, remedies)]
    .filter(({isBroken}) => isBroken)
    .map(({rule, what, remedy}) => {
      const source = sources.find(({value}) => value[rule] !== undefined) ?? sources[0];
      const position = source?.positionOf(rule === "remedies" ? ["remedies", "withhold"] : [rule]);
      return {...(position && {position}), what: `"${rule}": ${what}`, remedy};
    });
}

function conflictsOfMarks({threshold, zeros, mark, level}: Policy): readonly Conflict[] {
  const unsafe = threshold - (zeros === "hidden" ? 0 : 1);
  const hasTwoMarks = typeof mark !== "string";
  const needed = {exact: 2, "width-2": 3, full: 2}[level];
  return [
    {
      rule: "mark",
      isBroken: hasTwoMarks && mark.small === mark.further,
      what: "both marks are the same",
      remedy: 'Write one mark for everything, mark: "[c]", or two different ones',
    },
    {
      rule: "mark",
      isBroken: hasTwoMarks && unsafe < needed,
      what: `a mark of its own says that a count is one of ${unsafe}, and level ${level} needs ${needed}`,
      remedy: "Write one mark for everything, or raise the threshold",
    },
    {
      rule: "level",
      isBroken: level === "full" && unsafe < 3,
      what: `with threshold ${threshold} every unsafe value is no more than ${unsafe}, fewer than width-2 asks`,
      remedy: "Write width-2, or raise the threshold",
    },
  ];
}

/** Fewer records than a rule needs would tell of fewer people than another allows. */
function conflictsOfNeeds(policy: Policy): readonly Conflict[] {
  const {threshold, meanNeeds, sumNeeds = threshold, intervalNeeds = meanNeeds} = policy;
  return [
    {
      rule: "mean-needs",
      isBroken: meanNeeds < threshold,
      what: `a mean of ${meanNeeds} records tells of fewer people than the threshold of ${threshold} allows`,
      remedy: `Write ${threshold} or more`,
    },
    {
      rule: "interval-needs",
      isBroken: intervalNeeds < meanNeeds,
      what: `an interval of ${intervalNeeds} records tells more than a mean, which needs ${meanNeeds}`,
      remedy: `Write ${meanNeeds} or more`,
    },
    {
      rule: "sum-needs",
      isBroken: sumNeeds < threshold,
      what: `a sum of ${sumNeeds} records tells of fewer people than the threshold of ${threshold} allows`,
      remedy: `Write ${threshold} or more`,
    },
  ];
}

function conflictsOfRounding(policy: Policy, {withhold}: Remedies): readonly Conflict[] {
  const {threshold, zeros, mark, method, base} = policy;
  const rounds = method === "round";
  return [
    {
      rule: "base",
      isBroken: !rounds && base !== undefined,
      what: "a base belongs to the method round",
      remedy: "Leave it out, or write method: round",
    },
    {
      rule: "base",
      isBroken: rounds && base !== undefined && base < threshold,
      what: `rounding to multiples of ${base ?? 0} hides counts below ${base ?? 0}, and the threshold is ${threshold}`,
      remedy: `Write base: ${threshold} or more, or lower the threshold`,
    },
    {
      rule: "mark",
      isBroken: rounds && typeof mark !== "string",
      what: "with the method round no count is withheld, so there is nothing for a second mark to tell apart",
      remedy: 'Write one mark: mark: "[c]"',
    },
    {
      rule: "zeros",
      isBroken: rounds && zeros === "hidden",
      what: "with the method round no zero is told from a small count, so there is none to hide",
      remedy: "Leave it out",
    },
    {
      rule: "remedies",
      isBroken: rounds && withhold.length > 0,
      what: "with the method round no count is withheld",
      remedy: "Leave the cells out of the report instead",
    },
  ];
}
