// What stands beside the form: the text as a reader will meet it, without the machine's keys.

function previewOf({ createClass, h }) {
  return createClass({
    render() {
      const { entry, widgetFor } = this.props;
      const said = (key) => String(entry.getIn(["data", key]) ?? "");
      const parts = [h("h1", { key: "title" }, said("title"))];
      if (said("summary")) parts.push(h("p", { key: "summary", className: "lead" }, said("summary")));
      if (said("image")) parts.push(h("figure", { key: "image" }, widgetFor("image")));
      parts.push(h("div", { key: "text" }, widgetFor(TEXT)));
      return h("article", { lang: said("lang") || "uk" }, parts);
    },
  });
}

const PREVIEW_STYLE = `
  body { max-width: 40rem; margin: 0 auto; padding: 1rem; font: 1.0625rem/1.55 system-ui, sans-serif; color: #14213d; }
  h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.375rem; } .lead { font-size: 1.1875rem; color: #5c677d; }
  img { max-width: 100%; height: auto; } figure { margin: 1rem 0; } table { border-collapse: collapse; }
  td, th { border: 1px solid #c8cfdb; padding: 0.25rem 0.5rem; text-align: left; }
`;
