"""Speaks to the local server as any AWS client would, with boto3. Prints a line a check; exits 1 on the first surprise.

Needs the settings of a running local server in the environment (.local/settings.sh).
"""
import datetime
import json
import os
import sys
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(retries={'total_max_attempts': 1})
DATABASE = {
    'resourceArn': os.environ['TWO_DATABASE_CLUSTER_ARN'],
    'secretArn': os.environ['TWO_DATABASE_SECRET_ARN'],
}
NAMED = {**DATABASE, 'database': os.environ['TWO_DATABASE_NAME']}
BUCKET = os.environ['TWO_BUCKET']

rds = boto3.client('rds-data', config=CONFIG)
s3 = boto3.client('s3', config=CONFIG)


def check(what, found, expected):
    if found != expected:
        sys.exit(f'{what}: found {found!r}, expected {expected!r}')
    print('ok', what)


def refused(what, code, text, call):
    try:
        call()
    except ClientError as error:
        check(what, (error.response['Error']['Code'], text in error.response['Error']['Message']), (code, True))
    else:
        sys.exit(f'{what}: was not refused')


def run(sql, parameters=(), **more):
    return rds.execute_statement(**NAMED, sql=sql, parameters=list(parameters), **more)


def parameter(name, hint=None, **value):
    return {'name': name, 'value': value, **({'typeHint': hint} if hint else {})}


def statements():
    answer = run('select 1 as one, 2.5::numeric as two, null as three, true as four, \'실미도\' as five',
                 includeResultMetadata=True)
    check('a select', answer['records'], [[{'longValue': 1}, {'stringValue': '2.5'}, {'isNull': True},
                                           {'booleanValue': True}, {'stringValue': '실미도'}]])
    check('metadata', [c['typeName'] for c in answer['columnMetadata']], ['int4', 'numeric', 'text', 'bool', 'text'])
    check('rows as JSON', json.loads(run('select 1 as n union all select 2', formatRecordsAs='JSON')['formattedRecords']),
          [{'n': 1}, {'n': 2}])
    run('drop table if exists client_check')
    run('create table client_check (id uuid primary key, day date, moment timestamp, amount numeric(12, 2), data jsonb, raw bytea)')


def typed_parameters():
    key = '11111111-2222-3333-4444-555555555555'
    changed = run(
        'insert into client_check values (:id, :day, :moment, :amount, :data, :raw)',
        [parameter('id', 'UUID', stringValue=key), parameter('day', 'DATE', stringValue='2026-11-21'),
         parameter('moment', 'TIMESTAMP', stringValue='2026-11-21 09:08:07.123'),
         parameter('amount', 'DECIMAL', stringValue='1234.50'), parameter('data', 'JSON', stringValue='{"a": [1]}'),
         parameter('raw', blobValue=b'\x00\xff')])
    check('an insert with every hint', changed['numberOfRecordsUpdated'], 1)
    row = run('select * from client_check')['records'][0]
    check('what was inserted', row, [{'stringValue': key}, {'stringValue': '2026-11-21'},
                                     {'stringValue': '2026-11-21 09:08:07.123'}, {'stringValue': '1234.50'},
                                     {'stringValue': '{"a": [1]}'}, {'blobValue': b'\x00\xff'}])
    batch = rds.batch_execute_statement(
        **NAMED, sql='insert into client_check (id, amount) values (:id, :amount)',
        parameterSets=[[parameter('id', 'UUID', stringValue=f'00000000-0000-0000-0000-00000000000{n}'),
                        parameter('amount', 'DECIMAL', stringValue=str(n))] for n in range(3)])
    check('a batch', len(batch['updateResults']), 3)


def transactions():
    kept = rds.begin_transaction(**NAMED)['transactionId']
    run("update client_check set amount = 9 where day is null", transactionId=kept)
    check('a commit', rds.commit_transaction(**DATABASE, transactionId=kept)['transactionStatus'], 'Transaction Committed')
    dropped = rds.begin_transaction(**NAMED)['transactionId']
    run('delete from client_check', transactionId=dropped)
    check('a rollback', rds.rollback_transaction(**DATABASE, transactionId=dropped)['transactionStatus'], 'Rollback Complete')
    check('only the first was kept', run('select count(*), sum(amount)::int from client_check where day is null')['records'],
          [[{'longValue': 3}, {'longValue': 27}]])
    broken = rds.begin_transaction(**NAMED)['transactionId']
    refused('an error in a transaction', 'DatabaseErrorException', 'SQLState: 22012',
            lambda: run('select 1/0', transactionId=broken))
    refused('and its end', 'TransactionNotFoundException', '', lambda: run('select 1', transactionId=broken))


def refusals():
    refused('a violated key', 'DatabaseErrorException', 'SQLState: 23505',
            lambda: run("insert into client_check (id) values ('11111111-2222-3333-4444-555555555555')"))
    refused('a string for a uuid', 'DatabaseErrorException', 'SQLState: 42804',
            lambda: run('insert into client_check (id) values (:id)', [parameter('id', stringValue='11111111-2222-3333-4444-555555555556')]))
    refused('two statements', 'BadRequestException', 'ultistatement', lambda: run('select 1; select 2'))
    refused('an array', 'BadRequestException', 'rray', lambda: run('select :a', [parameter('a', arrayValue={'longValues': [1]})]))
    refused('a result over 1 MiB', 'BadRequestException', 'size limit', lambda: run("select repeat('x', 60000) from generate_series(1, 30)"))
    refused('another cluster', 'BadRequestException', '',
            lambda: rds.execute_statement(**{**NAMED, 'resourceArn': DATABASE['resourceArn'] + 'x'}, sql='select 1'))
    run('drop table client_check')


def objects():
    s3.put_object(Bucket=BUCKET, Key='check/한글 키.txt', Body='내용'.encode(), ContentType='text/plain')
    got = s3.get_object(Bucket=BUCKET, Key='check/한글 키.txt')
    check('an object', (got['Body'].read().decode(), got['ContentType']), ('내용', 'text/plain'))
    check('a range', s3.get_object(Bucket=BUCKET, Key='check/한글 키.txt', Range='bytes=0-2')['Body'].read().decode(), '내')
    check('a list', [o['Key'] for o in s3.list_objects_v2(Bucket=BUCKET, Prefix='check/')['Contents']], ['check/한글 키.txt'])
    refused('a second creation', 'PreconditionFailed', '',
            lambda: s3.put_object(Bucket=BUCKET, Key='check/한글 키.txt', Body=b'', IfNoneMatch='*'))
    url = s3.generate_presigned_url('get_object', Params={'Bucket': BUCKET, 'Key': 'check/한글 키.txt'}, ExpiresIn=60)
    check('a presigned address', urllib.request.urlopen(url).read().decode(), '내용')
    s3.delete_object(Bucket=BUCKET, Key='check/한글 키.txt')
    refused('a deleted object', 'NoSuchKey', '', lambda: s3.get_object(Bucket=BUCKET, Key='check/한글 키.txt'))
    stranger = boto3.client('s3', config=CONFIG, aws_access_key_id='local', aws_secret_access_key='wrong')
    refused('a wrong secret', 'SignatureDoesNotMatch', '', lambda: stranger.list_objects_v2(Bucket=BUCKET))


statements()
typed_parameters()
transactions()
refusals()
objects()
print('boto3', boto3.__version__, 'found everything as on AWS', datetime.date.today())
