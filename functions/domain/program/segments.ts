import calculator from 'sms-segments-calculator';

/** How many segments a text costs, by the carrier's own rules: GSM-7 160 then 153 each, UCS-2 70 then 67. */
export const countSegments = (body: string): number =>
  new calculator.SegmentedMessage(body).segmentsCount;
