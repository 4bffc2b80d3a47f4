import type { Dice } from './dice.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The first instant of the story, and the one after its last. */
export const START = Date.UTC(1900, 0);
export const END = Date.UTC(2000, 0);

/** Writes, as EDTF, a date that can mean the instant. */
export type Form = (instant: number, dice: Dice) => string;

const iso = (instant: number, length: number) => new Date(instant).toISOString().slice(0, length);
export const year: Form = (instant) => iso(instant, 4);
export const month: Form = (instant) => iso(instant, 7);
export const day: Form = (instant) => iso(instant, 10);

const zoned: Form = (instant, dice) => {
  const [offset, minutes] = dice.pick(OFFSETS);
  return `${iso(instant + minutes * MINUTE, 16)}${offset}`;
};

const OFFSETS = [
  ['+02:00', 120],
  ['+01:00', 60],
  ['-05:00', -300],
  ['+05:30', 330],
] as const;

/** From the instant on, or nearly so. */
const later = (instant: number, dice: Dice, scale: number) =>
  Math.min(END - 1, instant + dice.stray(scale));

/** How many of a hundred events have which form of date. */
const FORMS: readonly (readonly [number, Form])[] = [
  [37, day],
  [12, zoned],
  [4, (instant) => `${iso(instant, 16)}Z`],
  [2, (instant) => `${iso(instant, 19)}Z`],
  [10, month],
  [3, year],
  [3, (...at) => `${day(...at)}~`],
  [3, (...at) => `${day(...at)}?`],
  [1, (...at) => `${day(...at)}%`],
  [4, (...at) => `${month(...at)}~`],
  [1, (...at) => `${month(...at)}?`],
  [1, (...at) => `${month(...at)}%`],
  [1, (...at) => `${year(...at)}~`],
  [1, (...at) => `${year(...at)}?`],
  [1, (...at) => `${month(...at)}-XX`],
  [1, (...at) => `${year(...at)}-XX`],
  [1, (...at) => `${year(...at)}-XX-XX`],
  [6, (instant, dice) => `${day(instant, dice)}/${day(later(instant, dice, 20 * DAY), dice)}`],
  [1, (instant, dice) => `${month(instant, dice)}/${month(later(instant, dice, 90 * DAY), dice)}`],
  [1, (instant, dice) => `${month(instant, dice)}?/${day(later(instant, dice, 60 * DAY), dice)}~`],
];

/** What may last through most of the story: one each, since a longer story has no more of these. */
const LONG_FORMS: readonly Form[] = [
  (instant) => `${iso(instant, 3)}X`,
  (instant) => `${iso(instant, 2)}XX`,
  (...at) => `${day(...at)}/..`,
  (...at) => `${year(...at)}~/`,
  (...at) => `../${day(...at)}`,
  (...at) => `/${month(...at)}`,
];

/** Dates in the order in which the events happened; every hundred have all forms. */
export function makeDates(count: number, dice: Dice): string[] {
  const hundred = FORMS.flatMap(([share, form]) => Array.from({ length: share }, () => form));
  const dealt: Form[] = [];
  while (dealt.length < count) {
    // The long forms take the place of the first ones, which are plain days.
    const deck = dealt.length === 0 ? hundred.with(0, day).toSpliced(0, 6, ...LONG_FORMS) : hundred;
    dealt.push(...dice.shuffled(deck));
  }
  return makeInstants(count, dice).map((instant, index) => (dealt[index] ?? day)(instant, dice));
}

/** Instants in bursts around turns of the story, and some between them. */
function makeInstants(count: number, dice: Dice): number[] {
  const anywhere = () => START + dice.share() * (END - START);
  const turns = Array.from({ length: 4 + Math.ceil(count / 50) }, () => ({
    instant: anywhere(),
    spread: dice.pick([DAY / 6, 2 * DAY, 10 * DAY, 60 * DAY, 400 * DAY]),
  }));
  const instants = Array.from({ length: count }, () => {
    if (dice.falls(0.15)) return anywhere();
    const { instant, spread } = dice.pick(turns);
    const strayed = instant + dice.stray(spread);
    return strayed < END ? strayed : anywhere();
  });
  return instants.sort((a, b) => a - b);
}
