/** What a create request asks for, once it is found to be in order. */
export type CreateRequest = {
  readonly to: string;
  readonly body: string;
  readonly from: string | null;
  readonly serviceSid: string | null;
  readonly media: readonly string[];
  readonly validitySeconds: number;
  readonly callbackUrl: string | undefined;
};

type Expected = { readonly messagingServiceSid: string; readonly sender: string };

const LONGEST = 1600;
const MOST_SECONDS = 36_000;

const isCallbackUrl = (value: string): boolean =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !new URL(value).hostname.includes('_');

/** The first of Twilio's error codes that this form earns. */
const errorIn = (form: URLSearchParams, { messagingServiceSid, sender }: Expected): number | undefined => {
  const value = (name: string) => form.get(name) ?? '';
  if (value('To') === '') return 21604;
  if (!/^\+[1-9]\d{6,14}$/.test(value('To'))) return 21211;
  if (value('From') === '' && value('MessagingServiceSid') === '') return 21603;
  if (value('MessagingServiceSid') !== '' && value('MessagingServiceSid') !== messagingServiceSid)
    return 21701;
  if (value('From') !== '' && value('From') !== sender) return 21606;
  if (value('Body') === '' && form.getAll('MediaUrl').length === 0) return 21602;
  if (value('Body').length > LONGEST) return 21617;
  const validity = form.get('ValidityPeriod');
  if (
    validity !== null &&
    !(/^\d+$/.test(validity) && Number(validity) >= 1 && Number(validity) <= MOST_SECONDS)
  )
    return 21624;
  if (value('StatusCallback') !== '' && !isCallbackUrl(value('StatusCallback'))) return 21609;
  // templates and scheduling are beyond this carrier; taking them would send something else than was asked for
  return form.has('ContentSid') || form.has('ScheduleType') ? 20001 : undefined;
};

export const readCreateRequest = (
  form: URLSearchParams,
  expected: Expected,
):
  | { readonly kind: 'ok'; readonly request: CreateRequest }
  | { readonly kind: 'error'; readonly code: number } => {
  const code = errorIn(form, expected);
  if (code !== undefined) return { kind: 'error', code };
  return {
    kind: 'ok',
    request: {
      to: form.get('To') ?? '',
      body: form.get('Body') ?? '',
      from: form.get('From') || null,
      serviceSid: form.get('MessagingServiceSid') || null,
      media: form.getAll('MediaUrl'),
      validitySeconds: Number(form.get('ValidityPeriod') ?? MOST_SECONDS),
      callbackUrl: form.get('StatusCallback') || undefined,
    },
  };
};
