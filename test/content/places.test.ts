import { describe, expect, it } from 'vitest';
import { createPlaces, placesDataSchema } from '../../functions/adapters/content/places.ts';
import { testContent, testProgram } from '../fixtures/program.ts';

const { zoneOfZip, zonesOfNumber } = testProgram.places;
const everyZone = testContent.places.areaCodes.unknown;

describe('zonesOfNumber', () => {
  it.each([
    ['612', ['America/Chicago']],
    ['952', ['America/Chicago']],
    ['212', ['America/New_York']],
    ['602', ['America/Phoenix']],
    ['808', ['Pacific/Honolulu']],
    ['787', ['America/Puerto_Rico']],
    ['416', ['America/Toronto']],
  ])('%s lies in one zone', (code, zones) => {
    expect(zonesOfNumber(`+1${code}5550100`)).toEqual(zones);
  });

  it.each([
    ['907', ['America/Adak', 'America/Anchorage', 'America/Juneau', 'Pacific/Honolulu']],
    ['928', ['America/Denver', 'America/Phoenix']],
    ['701', ['America/Chicago', 'America/Denver', 'America/North_Dakota/Center']],
    ['850', ['America/Chicago', 'America/New_York']],
  ])('%s spans zones, and every one of them counts', (code, zones) => {
    expect([...zonesOfNumber(`+1${code}5550100`)].sort()).toEqual(zones);
  });

  it.each(['+18005550100', '+18885550100', '+19995550100', '+18765550100', '+442075550100', '', '612'])(
    '%s may be anywhere',
    (number) => {
      expect(zonesOfNumber(number)).toEqual(everyZone);
      expect(everyZone).toEqual(
        expect.arrayContaining([
          'America/New_York',
          'America/Chicago',
          'America/Los_Angeles',
          'Pacific/Honolulu',
        ]),
      );
    },
  );

  it('leaves an hour in the middle of the day that suits everywhere, summer and winter', () => {
    const from = (day: string, zone: string) => {
      const noon = new Date(`${day}T20:30:00Z`); // 10:30 in Hawaii
      return Number(
        new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(noon),
      );
    };
    for (const day of ['2027-01-15', '2027-07-15']) {
      for (const zone of everyZone) {
        expect(from(day, zone)).toBeGreaterThanOrEqual(10);
        expect(from(day, zone)).toBeLessThan(17);
      }
    }
  });
});

describe('zoneOfZip', () => {
  it.each([
    ['55425', 'America/Chicago'],
    ['10001', 'America/New_York'],
    ['86515', 'America/Denver'], // Navajo Nation: keeps daylight saving, unlike the rest of Arizona
    ['85001', 'America/Phoenix'],
    ['00901', 'America/Puerto_Rico'],
    ['00802', 'America/Puerto_Rico'],
    ['96813', 'Pacific/Honolulu'],
    ['96910', 'Pacific/Guam'],
    ['99501', 'America/Anchorage'],
    ['79901', 'America/Denver'],
    ['97914', 'America/Boise'],
    ['58523', 'America/North_Dakota/Beulah'],
    ['32401', 'America/Chicago'],
    ['33101', 'America/New_York'],
  ])('%s lies in %s', (zip, zone) => {
    expect(zoneOfZip(zip)).toBe(zone);
  });

  it.each([
    '00000',
    '99999',
    '09001',
    '34002',
    '96201',
    '5542',
    '554255',
    '55425-1234',
    'abcde',
    '',
    ' 55425',
  ])('answers nothing to %s', (zip) => expect(zoneOfZip(zip)).toBeUndefined());

  it('knows about as many ZIP codes as there are', () => {
    let known = 0;
    for (let zip = 0; zip < 100_000; zip++) if (zoneOfZip(String(zip).padStart(5, '0'))) known += 1;
    expect(known).toBeGreaterThan(60_000);
    expect(known).toBeLessThan(99_000);
  });
});

describe('the data', () => {
  const good = {
    areaCodes: { unknown: ['America/Chicago'], zones: { 'America/Chicago': [612] } },
    zipCodes: {},
  };

  it.each([
    ['a zone that nobody knows', { ...good, zipCodes: { 'America/Duluth': '55801' } }],
    ['a range that is none', { ...good, zipCodes: { 'America/Chicago': '5580-55802' } }],
    ['no zone for an unknown number', { ...good, areaCodes: { ...good.areaCodes, unknown: [] } }],
  ])('is refused with %s', (_, data) => {
    expect(placesDataSchema.safeParse(good).success).toBe(true);
    expect(placesDataSchema.safeParse(data).success).toBe(false);
  });

  it('takes single codes and ranges, borders included', () => {
    const places = createPlaces(
      placesDataSchema.parse({
        ...good,
        zipCodes: { 'America/Chicago': '55425 55801-55803', 'America/Denver': '55804' },
      }),
    );
    expect(['55425', '55426', '55801', '55803', '55804', '55805'].map(places.zoneOfZip)).toEqual([
      'America/Chicago',
      undefined,
      'America/Chicago',
      'America/Chicago',
      'America/Denver',
      undefined,
    ]);
  });
});
