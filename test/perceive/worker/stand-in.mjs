/**
 * A worker that needs nothing: it speaks the messages of docs/workers.md by itself. What it does with a picture is said by the red
 * of its first pixel; else it finds one thing, labelled with the device it runs on.
 */
const DOES = { 1: 'end', 2: 'hang', 3: 'print', 4: 'too few', 5: 'outside', 6: 'fail', 7: 'no json' };

let bytes = Buffer.alloc(0);
for await (const chunk of process.stdin) {
  bytes = Buffer.concat([bytes, chunk]);
  for (;;) {
    const message = taken();
    if (message === null) break;
    answer(message);
  }
}

function taken() {
  if (bytes.length < 4) return null;
  const length = bytes.readUInt32LE();
  if (bytes.length < 4 + length) return null;
  const header = JSON.parse(bytes.subarray(4, 4 + length).toString());
  const sizes = header.tensors.map(({ dims }) => dims.reduce((a, b) => a * b, 1));
  let at = 4 + length;
  const end = at + sizes.reduce((a, b) => a + b, 0);
  if (bytes.length < end) return null;
  const first = sizes.map((size) => {
    at += size;
    return bytes[at - size];
  });
  bytes = bytes.subarray(end);
  return { header, first };
}

function send(header) {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  process.stdout.write(Buffer.concat([length, text]));
}

function answer({ header, first }) {
  if (header.what === 'hello') {
    if (process.argv[2] === 'dumb') return process.stdout.write('Loading checkpoint shards: 100%');
    if (process.argv[2] === 'broken') throw new Error('no such weights');
    const spq = process.argv[2] === 'old' ? 0 : 1;
    return send({ spq, version: 'stand-in 1', batch: 3, labels: ['Thing'] });
  }
  const does = first.map((red) => DOES[red] ?? null);
  if (does.includes('end')) {
    console.error('CUDA error: device-side assert');
    process.exit(3);
  }
  if (does.includes('hang')) return;
  if (does.includes('print')) return process.stdout.write('100%|#####| 3/3 [00:01]');
  if (does.includes('no json')) return process.stdout.write(Buffer.from([2, 0, 0, 0, 65, 65]));
  const device = process.env.SPQ_DEVICE;
  const found = header.pictures.map(({ width, height }, i) => {
    if (does[i] === 'fail') return { error: 'too dark' };
    const x2 = does[i] === 'outside' ? -5 : width / 2;
    return { objects: [{ label: `thing of ${device}`, score: 0.4, box: [x2 < 0 ? -9 : 0, 0, x2, height - 1] }] };
  });
  return send({ what: 'found', pictures: does.includes('too few') ? found.slice(1) : found });
}
