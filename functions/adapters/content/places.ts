import { z } from 'zod';
import type { Places } from '../../domain/program/program.ts';
import { type TimeZone, timeZoneSchema } from '../../domain/time.ts';

const areaCodesFileSchema = z.strictObject({
  unknown: z.array(timeZoneSchema).min(1),
  zones: z.record(timeZoneSchema, z.array(z.number('write a code of 3 digits').int().min(200).max(999))),
});

const zipRangesSchema = z
  .string()
  .regex(
    /^\s*(\d{5}(-\d{5})?\s*)+$/,
    'write ZIP codes of 5 digits with spaces between, or ranges like 55001-55999',
  );
const zipCodesFileSchema = z.record(timeZoneSchema, zipRangesSchema);

/** content/places/: which zones an area code can mean, and which zone a ZIP code lies in. */
export const placesFileSchemas = { areaCodes: areaCodesFileSchema, zipCodes: zipCodesFileSchema };
export const placesDataSchema = z.object(placesFileSchemas);
export type PlacesData = z.infer<typeof placesDataSchema>;

type Range = { readonly from: number; readonly to: number; readonly zone: TimeZone };

const toRanges = (zipCodes: PlacesData['zipCodes']): readonly Range[] =>
  Object.entries(zipCodes)
    .flatMap(([zone, ranges]) =>
      ranges
        .trim()
        .split(/\s+/)
        .map((range) => {
          const [from = '', to = from] = range.split('-');
          return { from: Number(from), to: Number(to), zone: zone as TimeZone }; // checked by the schema of the file
        }),
    )
    .sort((a, b) => a.from - b.from);

const toZonesByCode = (zones: PlacesData['areaCodes']['zones']): ReadonlyMap<string, readonly TimeZone[]> => {
  const byCode = new Map<string, TimeZone[]>();
  for (const [zone, codes] of Object.entries(zones)) {
    for (const code of codes) {
      const key = String(code);
      byCode.set(key, [...(byCode.get(key) ?? []), zone as TimeZone]); // checked by the schema of the file
    }
  }
  return byCode;
};

const findRange = (ranges: readonly Range[], zip: number): Range | undefined => {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return undefined;
    if (zip < range.from) high = middle - 1;
    else if (zip > range.to) low = middle + 1;
    else return range;
  }
  return undefined;
};

/** Answers where a number or a ZIP code may be, from the data of content/places/. */
export const createPlaces = ({ areaCodes, zipCodes }: PlacesData): Places => {
  const zonesByCode = toZonesByCode(areaCodes.zones);
  const ranges = toRanges(zipCodes);
  return {
    zonesOfNumber: (e164) => {
      const code = /^\+1(\d{3})\d{7}$/.exec(e164)?.[1];
      return (code === undefined ? undefined : zonesByCode.get(code)) ?? areaCodes.unknown;
    },
    zoneOfZip: (zip) => (/^\d{5}$/.test(zip) ? findRange(ranges, Number(zip))?.zone : undefined),
  };
};
