import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { z } from 'zod';
import { LOCAL_AWS } from '../aws.ts';

/** API Gateway hands over as text only what it knows to be text; forms come in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml))/;

/** A request as an HTTP API hands it to a function. */
export const routeEvent = async (request: Request, routeKey: string): Promise<APIGatewayProxyEventV2> => {
  const url = new URL(request.url);
  const bytes = Buffer.from(await request.arrayBuffer());
  const isText = TEXT.test(request.headers.get('content-type') ?? '');
  const query = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name).join(',')]),
  );
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(request.headers),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: LOCAL_AWS.accountId,
      apiId: 'local',
      domainName: url.host,
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: request.headers.get('user-agent') ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date().toUTCString(),
      timeEpoch: Date.now(),
    },
    ...(bytes.length > 0 && { body: bytes.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: bytes.length > 0 && !isText,
  };
};

const responseSchema = z.object({
  statusCode: z.number().int().optional(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
  cookies: z.array(z.string()).optional(),
});

/** What a function answered, as the HTTP API sends it. An answer that is no response is a fault of the function. */
export const httpResponse = (answer: unknown): Response => {
  const {
    statusCode = 200,
    headers = {},
    body,
    isBase64Encoded,
    cookies = [],
  } = responseSchema.parse(answer);
  const sent = new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  for (const cookie of cookies) sent.append('set-cookie', cookie);
  const bytes = body === undefined ? null : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  const isEmpty = statusCode === 204 || statusCode === 304;
  return new Response(isEmpty ? null : bytes, { status: statusCode, headers: sent });
};
