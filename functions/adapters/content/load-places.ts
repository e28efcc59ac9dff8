import { ContentError, type ContentProblem } from './content-error.ts';
import { type PlacesData, placesFileSchemas } from './places.ts';
import { createYamlReader, type YamlFile } from './yaml-file.ts';

/** Two ranges that overlap would make the answer hang on their order. */
const checkOverlaps = (file: YamlFile<PlacesData['zipCodes']>): void => {
  const ranges = Object.entries(file.value).flatMap(([zone, text]) =>
    [...text.matchAll(/(\d{5})(?:-(\d{5}))?/g)].map(([range, from = '', to = from]) => ({
      zone,
      range,
      from,
      to,
    })),
  );
  ranges.sort((a, b) => (a.from < b.from ? -1 : 1));
  ranges.forEach((range, index) => {
    const next = ranges[index + 1];
    if (range.to < range.from) file.report([range.zone], `${range.range}: ends before it begins`);
    if (next === undefined || next.from > range.to) return;
    file.report(
      [next.zone],
      `${next.range}: lies in ${range.range} (${range.zone}) too. Take one of them out`,
    );
  });
};

/** Reads and checks the place files of the content folder; throws a `ContentError` like `loadContent`. */
export const loadPlacesData = (directory: string): PlacesData => {
  const problems: ContentProblem[] = [];
  const reader = createYamlReader(directory, problems);
  const areaCodes = reader.read('places/area-codes.yaml', placesFileSchemas.areaCodes);
  const zipCodes = reader.read('places/zip-codes.yaml', placesFileSchemas.zipCodes);
  if (zipCodes !== undefined) checkOverlaps(zipCodes);
  if (problems.length > 0 || areaCodes === undefined || zipCodes === undefined)
    throw new ContentError(problems);
  return { areaCodes: areaCodes.value, zipCodes: zipCodes.value };
};
