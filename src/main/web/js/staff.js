// Starts the parts of staff pages that do more with a script.
import "./vendor/govuk-frontend.js";
