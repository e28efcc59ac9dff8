import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  EndpointType,
  HttpApi,
  HttpMethod,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Trigger } from '../../functions/what-runs.ts';
import { acknowledge } from '../checks/acknowledge.ts';
import { EncryptedLogGroup } from './encrypted-log-group.ts';
import { ImpactAlarm, ONE_MINUTE } from './impact-alarm.ts';
import type { LimberFunction } from './limber-function.ts';
import type { Operations } from './operations.ts';

export type PublicApiProps = {
  /** The only name it answers to. */
  readonly hostName: string;
  readonly logKey: IKey;
  readonly logDays: number;
  /** Requests a second that are let through, and how many at once. @default 200 and 400 */
  readonly throttle?: { readonly rateLimit: number; readonly burstLimit: number };
  readonly operations: Operations;
};

type Route = Extract<Trigger, { kind: 'route' }>;

/** No path, no query, no address, no body: the route's name says enough, and nothing else may stand in a log. */
const ACCESS_LOG = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
  error: '$context.error.responseType',
});

/** The one door from outside: one host name, TLS, throttled, with access logs that hold nothing personal. */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  readonly domain: DomainName;

  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id);
    this.domain = new DomainName(this, 'Domain', {
      domainName: props.hostName,
      certificate: new Certificate(this, 'Certificate', {
        domainName: props.hostName,
        validation: CertificateValidation.fromDns(),
      }),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false, disableExecuteApiEndpoint: true });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: props.throttle ?? { rateLimit: 200, burstLimit: 400 },
      detailedMetricsEnabled: true,
      domainMapping: { domainName: this.domain },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new EncryptedLogGroup(this, 'AccessLogs', { key: props.logKey, retentionDays: props.logDays }),
        ),
        format: AccessLogFormat.custom(ACCESS_LOG),
      },
    });
    this.watch(props.operations);
  }

  /** Opens a route to whoever the authorizer lets in. */
  addRoute(fn: LimberFunction, route: Route, authorizer: IHttpRouteAuthorizer): void {
    this.open(fn, route, authorizer);
  }

  /** Opens a route to the carrier: closed by the signature that the function checks. */
  addSignedRoute(fn: LimberFunction, route: Route): void {
    for (const added of this.open(fn, route)) acknowledge(added, 'AwsSolutions-APIG4');
  }

  private open(fn: LimberFunction, route: Route, authorizer?: IHttpRouteAuthorizer) {
    return this.api.addRoutes({
      path: route.path,
      methods: [HttpMethod[route.method]],
      integration: new HttpLambdaIntegration(`${fn.node.id}Integration`, fn.function, {
        timeout: Duration.seconds(fn.entry.timeoutSeconds),
      }),
      ...(authorizer === undefined ? {} : { authorizer }),
    });
  }

  private watch(operations: Operations): void {
    new ImpactAlarm(this, 'ServerErrors', {
      metric: this.stage.metricServerError({ period: ONE_MINUTE, statistic: 'Sum' }),
      bad: { of: 5, atLeast: 3 },
      impact: 'texts of members or acts of care managers are not accepted',
      runbook: 'the-api-answers-with-errors',
      operations,
    });
    new ImpactAlarm(this, 'Rejections', {
      metric: this.stage.metricClientError({ period: ONE_MINUTE, statistic: 'Sum' }),
      threshold: 20,
      bad: { of: 5, atLeast: 3 },
      impact: 'webhooks are turned away: either somebody knocks, or texts of members reach nobody',
      runbook: 'webhooks-are-rejected',
      operations,
    });
  }
}
