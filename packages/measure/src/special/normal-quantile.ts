/** Ratio of two polynomials of one variable, each given lowest power first. */
function ratio(over: readonly number[], under: readonly number[], x: number): number {
  const value = (coefficients: readonly number[]): number =>
    coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
  return value(over) / value(under);
}

// Coefficients of algorithm AS 241, routine PPND16.
const centreOver = [
  3.387_132_872_796_366_5, 133.141_667_891_784_38, 1971.590_950_306_551_3, 13_731.693_765_509_46,
  45_921.953_931_549_87, 67_265.770_927_008_7, 33_430.575_583_588_13, 2509.080_928_730_122_7,
];
const centreUnder = [
  1, 42.313_330_701_600_91, 687.187_007_492_057_9, 5394.196_021_424_751, 21_213.794_301_586_597,
  39_307.895_800_092_71, 28_729.085_735_721_943, 5226.495_278_852_854,
];
const middleOver = [
  1.423_437_110_749_683_5, 4.630_337_846_156_546, 5.769_497_221_460_691, 3.647_848_324_763_204_5,
  1.270_458_252_452_368_4, 0.241_780_725_177_450_6, 0.022_723_844_989_269_184, 0.000_774_545_014_278_341_4,
];
const middleUnder = [
  1, 2.053_191_626_637_759, 1.676_384_830_183_803_8, 0.689_767_334_985_1, 0.148_103_976_427_480_08,
  0.015_198_666_563_616_457, 0.000_547_593_808_499_534_5, 1.050_750_071_644_416_9e-9,
];
const tailOver = [
  6.657_904_643_501_103, 5.463_784_911_164_114, 1.784_826_539_917_291_3, 0.296_560_571_828_504_87,
  0.026_532_189_526_576_124, 0.001_242_660_947_388_078_4, 0.000_027_115_555_687_434_876,
  2.010_334_399_292_288_1e-7,
];
const tailUnder = [
  1, 0.599_832_206_555_888, 0.136_929_880_922_735_8, 0.014_875_361_290_850_615, 0.000_786_869_131_145_613_3,
  0.000_018_463_183_175_100_548, 1.421_511_758_316_446e-7, 2.044_263_103_389_939_7e-15,
];

/**
 * The z below which a share `probability` of the standard normal distribution lies; 0.975 gives 1.959964.
 *
 * @param probability - above 0 and below 1
 * Source: Wichura 1988, algorithm AS 241 (PPND16), relative error about 1e-16.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`normalQuantile needs a probability between 0 and 1, got ${probability}`);
  }
  const fromCentre = probability - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * ratio(centreOver, centreUnder, 0.180_625 - fromCentre * fromCentre);
  }
  const depth = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const size =
    depth <= 5 ? ratio(middleOver, middleUnder, depth - 1.6) : ratio(tailOver, tailUnder, depth - 5);
  return fromCentre < 0 ? -size : size;
}
