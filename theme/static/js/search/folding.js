// One spelling for what people spell in many ways: plugins/search/folding.py and scanning.py in
// the browser, by the table that comes with the index.
const reader = ({ signs, fold: folds, latin: latins, months }) => {
  const LETTERS = "a-zß-öø-ɏЀ-ԯ";
  const GROUP = new RegExp(`[${LETTERS}0-9]+(?:['/.-]+[${LETTERS}0-9]+)*`, "g");
  const WORD = new RegExp(`[${LETTERS}]+(?:'+[${LETTERS}]+)*`, "g");
  const PART = new RegExp(`[${LETTERS}]+|[0-9]+`, "g");
  const ROMAN = /^(?=..)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
  const IS_LATIN = /[a-zß-öø-ɏ]/;
  const IS_CYRILLIC = /[Ѐ-ԯ]/;
  const flip = Object.fromEntries(Object.entries(latins).map(([own, other]) => [other, own]));
  const by = (table) => {
    const some = new RegExp(`[${Object.keys(table).join("")}]`, "g");
    return (word) => word.replace(some, (sign) => table[sign]);
  };
  const [unsigned, fold, latin, cyrillic] = [signs, folds, latins, flip].map(by);

  const plain = (text) => unsigned(text.normalize("NFC").toLowerCase());

  const settled = (word) => {
    const roman = latin(word);
    if (ROMAN.test(roman)) return roman;
    if (!IS_LATIN.test(word) || !IS_CYRILLIC.test(word)) return word;
    const own = cyrillic(word);
    if (!IS_LATIN.test(own)) return own;
    return IS_CYRILLIC.test(roman) ? word : roman;
  };

  const joined = (group, parts) => {
    const date = /^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})$|^([0-3][0-9])\.([01][0-9])\.([0-9]{2})$/.exec(group);
    if (!date) return parts.join("-");
    const [day, month, year] = date.slice(1).filter(Boolean);
    const century = year[2] ? "" : year < "70" ? "20" : "19";
    return `${century}${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  };

  const dates = (words) =>
    words.flatMap((word, at) => {
      const [number, day, year] = [months[word], words[at - 1], words[at + 1]];
      const named = number && /^[0-9]{1,2}$/.test(day) && /^[0-9]{4}$/.test(year);
      return named ? [{ key: `${year}-${number}-${day.padStart(2, "0")}`, from: at - 1, to: at + 2 }] : [];
    });

  // Words in their order, and what is put together from words[from … to).
  const scan = (text) => {
    const words = [];
    const numbers = [];
    for (const [group] of plain(text).matchAll(GROUP)) {
      if (!/[0-9]/.test(group)) {
        words.push(...(group.match(WORD) ?? []).map(settled));
        continue;
      }
      const parts = group.match(PART).map((part) => (part.length <= 4 ? latin(part) : settled(part)));
      const from = words.length;
      words.push(...parts);
      if (parts.length > 1) numbers.push({ key: joined(group, parts), from, to: words.length });
    }
    return { words, joined: [...numbers, ...dates(words)] };
  };

  return { plain, fold, settled, latin, scan };
};
