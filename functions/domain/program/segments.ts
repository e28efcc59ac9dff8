import calculator from 'sms-segments-calculator';

/** Letters that cost one septet each. (Carriage return and the two-septet ones are left to the calculator.) */
const PLAIN = /^[@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;
const ONE_TEXT = 160;
const PART_OF_MANY = 153;

/**
 * How many segments a text costs, by the carrier's own rules: GSM-7 160 then 153 each, UCS-2 70 then 67. Nearly every
 * text of ours is plain GSM-7, which is a division; the calculator takes milliseconds for each.
 */
export const countSegments = (body: string): number => {
  if (PLAIN.test(body)) return body.length <= ONE_TEXT ? 1 : Math.ceil(body.length / PART_OF_MANY);
  return new calculator.SegmentedMessage(body).segmentsCount;
};
