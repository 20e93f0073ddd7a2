// A field for a day, with a time when one is meant: «до 2 грудня» is not «до 2 грудня, 00:00».

function momentWidget({ createClass, h }, words) {
  const clockOf = (value) => /[ T](\d\d:\d\d)/.exec(value)?.[1] ?? "";
  return createClass({
    componentDidMount() {
      if (this.props.value === "{{now}}") this.props.onChange(nowInKyiv());
    },
    change(day, clock) {
      this.props.onChange(day && clock ? `${day} ${clock}` : day);
    },
    render() {
      const { field, forID, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const value = this.props.value ?? "";
      const day = isoDay(value) ?? "";
      const common = { className: classNameWrapper, onFocus: setActiveStyle, onBlur: setInactiveStyle };
      const label = field.get("label");
      const parts = [
        h("input", {
          ...common, key: "day", id: forID, type: "date", value: day,
          "aria-label": `${label}: ${words.day}`,
          onChange: (event) => this.change(event.target.value, clockOf(value)),
        }),
      ];
      if (field.get("clock")) {
        parts.push(
          h("input", {
            ...common, key: "clock", type: "time", value: clockOf(value), disabled: !day,
            "aria-label": `${label}: ${words.clock}`,
            onChange: (event) => this.change(day, event.target.value),
          }),
        );
      }
      return h("div", { className: "moment" }, parts);
    },
  });
}

function nowInKyiv() {
  const kyiv = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Kyiv", dateStyle: "short", timeStyle: "short" });
  return kyiv.format(new Date());
}
