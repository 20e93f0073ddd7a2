// The files of the index: asked for once, unpacked by the browser itself.
const openIndex = async (folder) => {
  const manifest = await fetch(`${folder}index.json`, { cache: "no-cache" }).then(answered).then((one) => one.json());
  const read = reader(manifest.table);
  const asked = new Map();
  const text = (bytes) => new TextDecoder().decode(bytes);

  const load = (name, unpacked) => {
    if (!asked.has(name)) {
      const answer = bytesOf(folder + name).then(unpacked);
      // The next query tries once more.
      answer.catch(() => asked.delete(name));
      asked.set(name, answer);
    }
    return asked.get(name);
  };
  const hashed = (letter, number, count, unpacked) =>
    load(`${letter}${count}/${(number & (count - 1)).toString(16)}`, unpacked);
  const numbered = (letter, word, count, unpacked) => hashed(letter, crc32(word), count, unpacked);

  const lines = (bytes) => text(bytes).split("\n").filter(Boolean);
  // Letters are folded one by one, so all forms of a line may be at once.
  const shard = (bytes) =>
    lines(bytes).map((line) => {
      const [keys, stem, endings] = line.split("\t");
      const shown = endings.split(" ").map((ending) => stem + ending);
      return { keys: keys.split(","), forms: read.fold(shown.join(" ")).split(" "), shown };
    });

  // A bucket of postings, as plugins/search/buckets.py writes it.
  const bucket = (bytes) => {
    const size = new DataView(bytes.buffer).getUint32(0, true);
    let at = 4 + size;
    const keys = new Map();
    for (const line of text(bytes.subarray(4, at)).split("\n")) {
      const [key, count, runs, texts] = line.split("\t");
      keys.set(key, { at, count: +count, runs: +runs, texts: +(texts ?? count) });
      at += 3 * runs + 2 * count;
    }
    return { bytes, keys };
  };
  const postings = async (key) => {
    const { bytes, keys } = await numbered("p", key, manifest.buckets, bucket);
    const { at, count, runs, texts } = keys.get(key) ?? { at: 0, count: 0, runs: 0, texts: 0 };
    const column = at + 3 * runs;
    const ids = new Uint32Array(count);
    for (let run = 0, n = 0; run < runs; run += 1) {
      const head = at + 3 * run;
      const first = (bytes[head] | (bytes[head + 1] << 8)) * manifest.block;
      for (const end = n + bytes[head + 2] + 1; n < end; n += 1) ids[n] = first + bytes[column + n];
    }
    const impacts = bytes.subarray(column + count, column + 2 * count);
    return { key, texts, ids, impacts, whole: count === texts };
  };
  // Whether two words stand side by side in a text, as phrases.py writes it: 1 yes, 2 perhaps, as of
  // a pair that is everywhere the newest texts are kept.
  const pair = async (a, b) => {
    const number = (3 * crc32(a) + crc32(b)) >>> 0;
    const bytes = await hashed("b", number, manifest.buckets, (all) => all);
    const count = bytes.length / 5;
    const has = new Uint8Array(manifest.ids);
    const ids = [];
    for (let n = 0; n < count; n += 1) {
      if (((bytes[n] << 8) | bytes[count + n]) !== number >>> 16) continue;
      const block = (bytes[2 * count + n] << 8) | bytes[3 * count + n];
      ids.push(block * manifest.block + bytes[4 * count + n]);
    }
    if (ids.length === manifest.most) has.fill(2, 0, ids[0]);
    for (const id of ids) has[id] = 1;
    return has;
  };

  const facets = (bytes) => {
    const size = new DataView(bytes.buffer).getUint32(0, true);
    const sorts = JSON.parse(text(bytes.subarray(4, 4 + size)));
    const at = (n) => 4 + size + n * manifest.ids;
    const sort = (id) => sorts[bytes[at(0) + id] | (bytes[at(1) + id] << 8)];
    return {
      there: (id) => (bytes[at(0) + id] | bytes[at(1) + id]) > 0,
      type: (id) => sort(id)[0],
      body: (id) => sort(id)[1],
      status: (id) => sort(id)[2],
      year: (id) => bytes[at(2) + id],
    };
  };

  return {
    ...manifest,
    ...read,
    shard: (form) => numbered("f", form.slice(0, manifest.start), manifest.shards, shard),
    heads: (rest) => numbered("h", rest, manifest.shards, lines),
    postings,
    pair,
    facts: () => load("facets", facets),
    topics: () => load("topics", (bytes) => (id, topic) =>
      (bytes[(topic >> 3) * manifest.ids + id] >> (topic & 7)) & 1),
    days: () => load("days", (bytes) => (id) => bytes[id] | (bytes[manifest.ids + id] << 8)),
    card: async (id) => {
      const name = `c/${Math.floor(id / manifest.card).toString(16)}`;
      const cards = await load(name, (bytes) => JSON.parse(text(bytes)));
      const [address, title, number, day, lang, words, files] = cards[id];
      return { id, address, title, number, day, lang, words, files };
    },
  };
};

const answered = (answer) => {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
};

const bytesOf = async (address) => {
  const { body } = answered(await fetch(address));
  const unpacked = new Response(body.pipeThrough(new DecompressionStream("gzip")));
  return new Uint8Array(await unpacked.arrayBuffer());
};

const crc32 = (word) => {
  let rest = -1;
  for (const byte of new TextEncoder().encode(word)) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest;
};
