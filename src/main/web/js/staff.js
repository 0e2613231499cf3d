// Starts the parts of staff pages that do more with a script.
import "./staff/signed-out.js";
import "./staff/sort-table.js";
import "./vendor/govuk-frontend.js";
