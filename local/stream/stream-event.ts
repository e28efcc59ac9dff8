import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';

/** A record of the stream as Lambda hands it over: times in seconds, images as typed attributes. */
export const lambdaRecord = (record: StreamRecord, streamArn: string): DynamoDBRecord => {
  const { dynamodb = {} } = record;
  const { ApproximateCreationDateTime: at, ...rest } = dynamodb;
  return {
    eventID: record.eventID ?? '',
    eventName: record.eventName ?? 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion ?? '',
    eventSourceARN: streamArn,
    dynamodb: {
      ...(at && { ApproximateCreationDateTime: Math.floor(at.getTime() / 1000) }),
      // the same JSON in both types; the SDK's has members for attribute types that our items do not use
      ...(rest as DynamoDBRecord['dynamodb']),
    },
  };
};

/** One value for each item of the table, to keep the order of its records. */
export const itemOf = ({ dynamodb }: StreamRecord): string => JSON.stringify(dynamodb?.Keys ?? {});
