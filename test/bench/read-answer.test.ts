/** Answers as the network brings them, whole or in pieces. */
import { expect, test } from 'vitest';
import { createAnswerReader } from '../../bench/measure/read-answer.ts';

const withLength = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{"è":1}';
const inPieces =
  'HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n6\r\n:"à"}\r\n0\r\n\r\n';
const empty = 'HTTP/1.1 204 No Content\r\nDate: today\r\n\r\n';

test.each([
  { why: 'with its length', text: withLength, answer: { status: 200, body: '{"è":1}' } },
  { why: 'in pieces of their own length', text: inPieces, answer: { status: 400, body: '{"a":"à"}' } },
  { why: 'without a body', text: empty, answer: { status: 204, body: '' } },
])('$why, however it is cut', ({ text, answer }) => {
  const bytes = Buffer.from(text);
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const read = createAnswerReader();
    expect(read(bytes.subarray(0, cut))).toBeNull();
    expect(read(bytes.subarray(cut))).toEqual(answer);
  }
  expect(createAnswerReader()(bytes)).toEqual(answer);
});
