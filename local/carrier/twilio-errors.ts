type ErrorRow = { readonly status: number; readonly message: string };

/** Twilio's error codes that this carrier answers with or reports. Any other code is a plain 400. */
const ERRORS: Readonly<Record<number, ErrorRow>> = {
  20001: { status: 400, message: 'Invalid parameter' },
  20003: { status: 401, message: 'Authenticate' },
  20009: { status: 409, message: "Cannot delete this resource before it's complete" },
  20404: { status: 404, message: 'The requested resource was not found' },
  20429: { status: 429, message: 'Too Many Requests' },
  20500: { status: 500, message: 'An internal server error has occurred' },
  21211: { status: 400, message: "The 'To' number is not a valid phone number." },
  21602: { status: 400, message: 'Message body is required.' },
  21603: { status: 400, message: "A 'From' phone number is required." },
  21604: { status: 400, message: "A 'To' phone number is required." },
  21606: { status: 400, message: "The 'From' phone number provided is not a valid, SMS-capable number." },
  21609: { status: 400, message: "The 'StatusCallback' URL is not a valid URL." },
  21610: { status: 400, message: 'Attempt to send to unsubscribed recipient' },
  21617: { status: 400, message: 'The concatenated message body exceeds the 1600 character limit.' },
  21624: { status: 400, message: 'Invalid validity period value' },
  21701: { status: 400, message: 'The Messaging Service does not exist.' },
  30003: { status: 400, message: 'Unreachable destination handset' },
  30006: { status: 400, message: 'Landline or unreachable carrier' },
  30007: { status: 400, message: 'Message filtered' },
  30036: { status: 400, message: 'Validity period expired' },
  30409: { status: 400, message: 'Message is not cancelable' },
};

export type ErrorAnswer = {
  readonly status: number;
  readonly body: {
    readonly code: number;
    readonly message: string;
    readonly more_info: string;
    readonly status: number;
  };
};

export const errorMessage = (code: number): string => ERRORS[code]?.message ?? `Error ${code}`;

/** The error body that Twilio answers with; its API description has no schema for it. */
export const errorAnswer = (code: number): ErrorAnswer => {
  const status = ERRORS[code]?.status ?? 400;
  return {
    status,
    body: {
      code,
      message: errorMessage(code),
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      status,
    },
  };
};
