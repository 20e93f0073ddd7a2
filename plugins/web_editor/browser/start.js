// The page of the editor: asks whether the place where texts are kept answers, then loads Decap.

window.CMS_MANUAL_INIT = true;
const page = document.documentElement.dataset;

async function start() {
  const loading = document.getElementById("loading");
  loading.textContent = loading.dataset.loading;
  let setup;
  try {
    const answer = await fetch(page.config, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.statusText);
    setup = await answer.json();
  } catch {
    return refuse("config");
  }
  const { backend } = setup.config;
  if (backend.name === "proxy" && !(await answers(backend.proxy_url))) return refuse("proxy");
  for (const script of page.scripts.split(" ")) await load(script);
  register(setup);
  window.CMS.init({ config: { ...setup.config, load_config_file: false } });
  document.getElementById("start").remove();
  return undefined;
}

async function answers(address) {
  try {
    const body = JSON.stringify({ action: "info" });
    const headers = { "Content-Type": "application/json" };
    return (await fetch(address, { method: "POST", headers, body })).ok;
  } catch {
    return false;
  }
}

function load(address) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

function refuse(what) {
  document.getElementById("loading").hidden = true;
  document.getElementById(`no-${what}`).hidden = false;
  document.getElementById("refused").hidden = false;
  document.getElementById("refused").focus();
}

function register({ texts, words }) {
  const { CMS } = window;
  CMS.registerLocale("uk", merged(CMS.getLocale("uk"), words.phrases));
  CMS.registerCustomFormat("council", "md", councilFormat(texts.schema, window.jsyaml, words.unreadable));
  CMS.registerWidget("moment", momentWidget(window, words), undefined, {
    properties: { clock: { type: "boolean" } },
  });
  CMS.registerPreviewStyle(PREVIEW_STYLE, { raw: true });
  for (const name of Object.keys(texts.naming)) CMS.registerPreviewTemplate(name, previewOf(window));
  CMS.registerEventListener({
    name: "preSave",
    handler: ({ entry }) => {
      if (!entry.get("newRecord")) return entry.get("data");
      const data = entry.get("data");
      const naming = texts.naming[entry.get("collection")];
      if (entry.get("collection") === "section_pages" && !data.get("_folder")) throw new Error(words.no_folder);
      const named = data.set("_file", fileName(data.toJS(), naming, texts.letters));
      return naming.year ? named.set("_folder", folderName(data.toJS(), naming)) : named;
    },
  });
}

function merged(one, other) {
  if (typeof one !== "object" || typeof other !== "object") return other ?? one;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...keys].map((key) => [key, key in one ? merged(one[key], other[key]) : other[key]]));
}

start().catch((error) => {
  refuse("config");
  console.error(error);
});
