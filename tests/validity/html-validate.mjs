// Rules of html-validate for every page: all of its recommended, document and accessibility
// sets. Each rule that is loosened says why.
import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // The title of an act is the act's own name, however long; it is never cut.
    "long-title": "off",
    // A table that scrolls sideways is a region for the keyboard, not a section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Only files of other hosts need a checksum, and there are none (test_links.py).
    "require-sri": ["error", { target: "crossorigin" }],
    // base.css keeps a telephone number on one line; its characters stay such as one copies.
    "tel-non-breaking": "off",
    // A point of an act is addressed by its number as typed: #punkt-1.1 (HTML allows the dot).
    "valid-id": ["error", { relaxed: true }],
  },
});
