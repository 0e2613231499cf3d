// Bundled as vendor/govuk-frontend.js: the components of GOV.UK Frontend that staff pages use. See README.md in this folder.
import { createAll, Button, ErrorSummary, Radios, Checkboxes, SkipLink } from "govuk-frontend";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
[Button, ErrorSummary, Radios, Checkboxes, SkipLink].forEach((component) => createAll(component));
