# Forms and refusals
profile-form-not-a-code = Use letters, digits, hyphen and point only, for example SER-01.
profile-form-not-yes-no = Write yes or no.
profile-form-not-a-url = Write the full address: it begins with https://
profile-form-code-taken = Another record has this code: choose a different one.
profile-invalid = { $n ->
    [one] One field needs mending.
   *[other] { $n } fields need mending.
}
profile-not-found = There is no such record. Its code may have changed: look for it in the list.
profile-stale = Somebody changed this record while you were editing it. Reload the page and make your changes again.

# Files
profile-file-empty = The file is empty. Choose the sheet with the data and upload it again.
profile-file-no-rows = The file has only headings, or not even those. Add at least one row and upload it again.
profile-file-no-headings = The first row has no headings. Write the names of the columns at the top, for example "Code" and "Name".
profile-file-too-large = The file is larger than { $n } MB. Remove pictures and sheets that are not needed, or split it.
profile-file-too-many-rows = The file has more than { $n } rows. Split it and upload the parts one after the other.
profile-file-too-many-columns = The file has more than { $n } columns. Remove those that are not needed.
profile-file-bomb = Once opened, the file is larger than { $n } MB. Copy the data into a new sheet and save that.
profile-file-broken-workbook = The Excel file is damaged or incomplete. Open it, save it again as .xlsx and upload it.
profile-file-old-excel = This is an old Excel file (.xls) or it has a password. Save it as .xlsx without a password, or as CSV.
profile-file-not-a-table = This file is not a table. A .xlsx, .ods or .csv file is needed.
profile-file-huge-cell = A cell has more than { $n } characters: a closing quote may be missing. Check the file and upload it again.

# Columns
profile-mapping-no-name = The name column is missing: say which column holds the name.
profile-mapping-twice = Two columns are matched with the same field: keep one.
profile-mapping-unknown-field = A column is matched with a field that does not exist: choose one from the list.
profile-mapping-no-such-column = You matched a column that the file does not have: upload the file again.

# Import
profile-import-rows-wrong = { $n ->
    [one] There is one error in the file, and nothing was saved. Mend it and upload the file again.
   *[other] There are { $n } errors in the file, and nothing was saved. Mend them and upload the file again.
}
profile-import-moved = Meanwhile somebody changed the records, and nothing was saved. Look at the new preview and confirm.

# Errors of a row
profile-row-missing = Row { $row }, column "{ $column }": the cell is empty. Write the value.
profile-row-too-long = Row { $row }, column "{ $column }": the text is longer than { $n } characters. Shorten it.
profile-row-not-a-code = Row { $row }, column "{ $column }": "{ $value }" is not a code. Use letters, digits, hyphen and point only.
profile-row-not-in-list = Row { $row }, column "{ $column }": "{ $value }" is not among the allowed values. Choose one from the list; if there are several, put semicolons between them.
profile-row-not-a-day = Row { $row }, column "{ $column }": "{ $value }" is not a day that exists. Write it as 31/12/2027.
profile-row-not-a-number = Row { $row }, column "{ $column }": "{ $value }" is not a whole number. Write digits only.
profile-row-not-an-amount = Row { $row }, column "{ $column }": "{ $value }" is not an amount. Write it as 1.234,56.
profile-row-negative = Row { $row }, column "{ $column }": "{ $value }" is below zero. Write zero or a positive number.
profile-row-too-small = Row { $row }, column "{ $column }": "{ $value }" is too small. The least is { $n }.
profile-row-too-large = Row { $row }, column "{ $column }": "{ $value }" is too large. The most is { $n }.
profile-row-not-yes-no = Row { $row }, column "{ $column }": "{ $value }" is neither yes nor no. Write yes or no.
profile-row-not-a-url = Row { $row }, column "{ $column }": "{ $value }" is not a web address. Write it in full: it begins with https://
profile-row-broken-cell = Row { $row }, column "{ $column }": the formula gives the error "{ $value }". Mend it, or write the value.
profile-row-no-heading = Row { $row }: column number { $column } holds "{ $value }" but has no heading. Give it a name or empty it.
profile-row-name-without-letters = Row { $row }, column "{ $column }": "{ $value }" has no letters or digits. Write a name.
profile-row-twice = Row { $row }, column "{ $column }": "{ $value }" is already in row { $n }. Keep one row, or change the code.

# Names of fields
profile-field-code = Code
profile-field-name = Name
profile-field-short-description = Short description
profile-field-easy-description = Easy-to-read description
profile-field-owner = Owner
profile-field-management = How it is run
profile-field-provider = Provider
profile-field-contact-office = Contact office
profile-field-areas = Areas of users
profile-field-siuss-area = SIUSS area
profile-field-macro-level = Macro-level and objective
profile-field-leps = Essential levels (LEPS)
profile-field-regional-sheets = Regional plan sheets
profile-field-plan-sheets = Zone plan sheets
profile-field-recipients = For whom
profile-field-requirements = Requirements
profile-field-means-test = Means test
profile-field-municipalities = Municipalities covered
profile-field-place = Place
profile-field-users-count = Users in a year
profile-field-users-year = Year of the users
profile-field-users-source = Source of the number of users
profile-field-channels = Channels
profile-field-opening-hours = Opening hours
profile-field-current-level = Current interactivity level
profile-field-target-level = Target interactivity level
profile-field-authentication = Sign-in
profile-field-platforms = National platforms
profile-field-software = Software
profile-field-barriers = Barriers found
profile-field-assistance = Help available
profile-field-user-cost = Cost for the user
profile-field-url = Web page
profile-field-status = State
profile-field-checked-on = Last check
profile-field-checked-by = Office that checked
profile-field-source = Source
profile-field-demo = Demonstration data
profile-field-demo-fields = Demonstration fields
profile-field-note = Note
profile-field-acronym = Acronym
profile-field-description = Content
profile-field-kind = Kind
profile-field-scope = Scope
profile-field-owner-ipa = IPA code of the owner
profile-field-internal-office = Office in charge
profile-field-legal-basis = Legal basis
profile-field-application = Application
profile-field-supplier = Supplier
profile-field-hosting = Hosting
profile-field-contract-ends = End of the contract
profile-field-entities = Main entities
profile-field-records-count = Number of records
profile-field-time-coverage = Time coverage
profile-field-territory-coverage = Territory coverage
profile-field-person-key = Person key
profile-field-classifications = Classifications used
profile-field-content-completeness = Completeness of the content (0-3)
profile-field-update-frequency = Updates
profile-field-reliability = Reliability (0-3)
profile-field-format = Format
profile-field-api = Has an API
profile-field-pdnd = PDND eService
profile-field-feeding = Feeding and exchanges
profile-field-planning-use = Used for planning
profile-field-essential = Essential
profile-field-essential-why = Why it is essential
profile-field-personal-data = Personal data
profile-field-special-categories = Special categories of data
profile-field-minors = Data on minors
profile-field-register-reference = Entry in the register of processing
profile-field-dpia = Impact assessment made
profile-field-access-level = Access level
profile-field-open-data = Open data
profile-field-licence = Licence
profile-field-verification = How it was verified

# Entries of lists: field and code
profile-choice-management-direct = Direct
profile-choice-management-associated = Associated (Union)
profile-choice-management-asp = Public service company (ASP)
profile-choice-management-ausl = Delegated to the health authority
profile-choice-management-accredited = Accredited
profile-choice-management-codesigned = Co-designed
profile-choice-management-agreement = By agreement
profile-choice-status-active = Active
profile-choice-status-suspended = Suspended
profile-choice-status-planned = Planned
profile-choice-status-ended = Ended
profile-choice-platforms-spid-cie = SPID and CIE
profile-choice-platforms-pagopa = pagoPA
profile-choice-platforms-io = IO app
profile-choice-platforms-pdnd = PDND
profile-choice-platforms-anpr = ANPR
profile-choice-platforms-send = SEND
profile-choice-barriers-language = Language
profile-choice-barriers-spid = Digital identity
profile-choice-barriers-distance = Distance
profile-choice-barriers-bureaucracy = Bureaucracy
profile-choice-barriers-hours = Hours
profile-choice-barriers-shame = Shame
profile-choice-barriers-digital-divide = Digital divide
profile-choice-demo-yes = Yes
profile-choice-demo-partly = Partly
profile-choice-demo-no = No
profile-choice-kind-local = Local
profile-choice-kind-regional = Regional
profile-choice-kind-national = National
profile-choice-kind-third-sector = Third sector
profile-choice-scope-registry = Registry
profile-choice-scope-income = Income
profile-choice-scope-case = Case work
profile-choice-scope-benefits = Benefits
profile-choice-scope-facilities = Facilities
profile-choice-scope-rankings = Rankings
profile-choice-scope-access = Access
profile-choice-scope-planning = Planning
profile-choice-scope-quality = Quality
profile-choice-hosting-local = Local
profile-choice-hosting-psn-cloud = PSN cloud
profile-choice-hosting-saas = Qualified SaaS
profile-choice-person-key-tax-code = Tax code
profile-choice-person-key-internal-id = Internal id
profile-choice-person-key-none = None
profile-choice-update-frequency-real-time = Real time
profile-choice-update-frequency-daily = Daily
profile-choice-update-frequency-weekly = Weekly
profile-choice-update-frequency-monthly = Monthly
profile-choice-update-frequency-quarterly = Quarterly
profile-choice-update-frequency-half-yearly = Half-yearly
profile-choice-update-frequency-yearly = Yearly
profile-choice-update-frequency-sporadic = Sporadic
profile-choice-pdnd-none = None
profile-choice-pdnd-provided = Provided
profile-choice-pdnd-consumed = Consumed
profile-choice-pdnd-both = Both
profile-choice-open-data-no = No
profile-choice-open-data-aggregate = Aggregate only
profile-choice-open-data-yes = Yes

# Links
profile-mapping-no-ends = Columns are missing: the service’s code, the database’s code and what it does (read or write) are needed.
profile-row-no-service = Row { $row }: this body’s profile has no service "{ $value }". Check the code, or import the services first.
profile-row-no-database = Row { $row }: this body’s profile has no database "{ $value }". Check the code, or import the databases first.
profile-field-service-code = Service code
profile-field-database-code = Database code
profile-field-access = What it does
profile-field-means = By what means
profile-choice-access-read = Reads
profile-choice-access-write = Writes
profile-choice-access-read-write = Reads and writes
profile-choice-means-manual = By hand
profile-choice-means-file = With a file
profile-choice-means-api = Through an API
profile-choice-means-pdnd = Through PDND

## Public pages
nav-profile = Services
profile-title = What there is already
profile-lead = The social services of this area: who they are for, how to reach them, which data they rely on.
profile-search = What are you looking for?
profile-search-databases = Which database are you looking for?
profile-numbers = The numbers
profile-empty = There is no service here yet
profile-empty-text = The body is gathering the facts. Come back in a few days.
profile-empty-databases = There is no database here yet
profile-empty-back = Back to the body’s page
profile-stat-services = { $n ->
    [one] service to turn to
   *[other] services to turn to
}
profile-stat-databases = { $n ->
    [one] database behind them
   *[other] databases behind them
}
profile-stat-uses = { $n ->
    [one] link between a service and a database
   *[other] links between services and databases
}
profile-stat-municipalities = { $n ->
    [one] municipality reached by at least one service
   *[other] municipalities reached by at least one service
}
profile-updated = Last change: { $x }.
profile-without-database = { $n ->
    [one] One service uses no database.
   *[other] { $n } services use no database.
}
profile-unused-databases = { $n ->
    [one] One database is used by no service.
   *[other] { $n } databases are used by no service.
}
profile-areas-title = Who the services are for
profile-areas-lead = A service for several kinds of people counts in each group.
profile-areas-head = For whom
profile-levels-title = What can be done from home
profile-levels-lead = From 0 (you have to go there) to 5 (the service gets in touch by itself).
profile-levels-head = Digital level
profile-level-0 = In person only
profile-level-1 = Information on the site
profile-level-2 = Forms to download
profile-level-3 = Request online
profile-level-4 = Everything online, payment included
profile-level-5 = Everything online, and it gets in touch by itself
profile-level-unknown = Nobody has measured it yet
profile-as-table = Read the same numbers as a table
profile-services = Services
profile-databases = Databases
profile-matrix = Who uses which data
profile-completeness = How complete this picture is
profile-completeness-lead = We count the important facts that each record should have. What is missing is shown, not hidden.
profile-percent = { $n } out of 100
profile-more = Look closer
profile-services-text = The whole list: search by word, by person, by municipality.
profile-databases-text = The archives services work with: whose they are, what they hold.
profile-matrix-text = One table: which services read or write which archives.
profile-downloads = Download the data
profile-downloads-lead = You may reuse them if you name the source.
profile-download-xlsx = spreadsheet (XLSX)
profile-download-csv = CSV for programs
profile-services-lead = Find who can help you. Each record says who the service is for, where it is and how to ask for it.
profile-filter-area = For whom
profile-filter-level = What can be done online
profile-filter-municipality = In which municipality
profile-filter-channel = How to reach it
profile-any = All
profile-none-found = Nothing found with these words
profile-none-found-text = Try a simpler word, or remove a filter.
profile-show-all = Show all services
profile-show-all-databases = Show all databases
profile-services-count = { $n ->
    [0] No services
    [one] One service
   *[other] { $n } services
}
profile-databases-count = { $n ->
    [0] No databases
    [one] One database
   *[other] { $n } databases
}
profile-in-municipalities = { $n } municipalities
profile-online = Online:
profile-demo-fields = Made up for the demo: { $x }.
profile-easy = In plain words
profile-go-online = Go to the service’s page
profile-practical = In practice
profile-missing = Not written here yet: { $x }.
profile-ask-office = Ask the office
profile-online-title = What you can do online
profile-level-nobody = Nobody has measured yet what can be done online.
profile-level-target = Aim: { $x }.
profile-uses-title = The data the service uses
profile-uses-none = No database is known.
profile-uses-caption = Databases that this service reads or writes
profile-unknown = not stated
profile-nobody = none
profile-thread = The thread
profile-office = For those who work in services
profile-fewer-than-five = fewer than 5
profile-never-checked = Nobody has checked this record yet.
profile-checked = Last check: { $x }.
profile-report-mistake = Is there a mistake? Tell us
profile-source = Source:
profile-free = free
profile-yes = Yes
profile-no = No
profile-siuss-1 = Families and children
profile-siuss-2 = Disability and non-self-sufficiency
profile-siuss-3 = Poverty and social exclusion
profile-means-test-1 = ISEE is needed
profile-means-test-2 = Means test other than ISEE
profile-means-test-3 = Normally ISEE, but need comes first
profile-means-test-4 = No means test
profile-grade-0 = 0 – not at all
profile-grade-1 = 1 – a little
profile-grade-2 = 2 – fairly
profile-grade-3 = 3 – fully
profile-databases-lead = The archives social services work with: what they hold, whose they are, who uses them. There are no personal data here.
profile-databases-caption = The databases, in alphabetical order
profile-owner-short = Whose it is
profile-used-by-short = Services that use it
profile-essential = Essential
profile-essential-why = Why it is essential
profile-go-matrix = See which services use which data
profile-users-title = Who uses it
profile-users-none = No service uses it, as far as we know.
profile-users-caption = { $n ->
    [one] One service uses this database
   *[other] { $n } services use this database
}
profile-group-content = What it holds
profile-group-responsibility = Who answers for it
profile-group-application = How it works and how fresh it is
profile-group-protection = How it protects people
profile-group-openness = Can it be reused?
profile-matrix-lead = Services in rows, databases in columns. Where they meet it says what the service does.
profile-matrix-legend = R = reads, W = writes, RW = reads and writes. Empty: no link.
profile-matrix-caption = Services and databases that are linked
profile-matrix-as-list = Read as a list (easier on a phone)
profile-matrix-empty = No links yet
profile-matrix-empty-text = When the body says which services use which data, the table will be here.
profile-matrix-count = { $n ->
    [one] One link
   *[other] { $n } links
}
profile-mark-read = R
profile-mark-write = W
profile-mark-read-write = RW

## Desk
profile-desk-services = Keep the services’ records fresh: begin with those nobody has checked for longest.
profile-desk-databases = The register of databases: whose they are, what they hold, which are essential.
profile-desk-import = Bring a spreadsheet in: see what would change first, then confirm.
profile-desk-lead = The records to check are at the top. When one is right, say so with a click.
profile-desk-download = Download everything (XLSX)
profile-desk-empty = The register is empty
profile-desk-empty-text = Do you have a spreadsheet already? Import it: you see everything in a preview before saving.
profile-desk-caption = The records and how complete they are
profile-search-words = Search the records
profile-sort = In which order
profile-sort-name = By name
profile-sort-stale = To be checked first
profile-show-everything = Show all records
profile-completeness-short = Completeness
profile-never = Never checked
profile-stale-record = To be checked
profile-mark-checked = It is right today
profile-new-service = New service
profile-new-database = New database
profile-edit-lead = Only the name is needed: you can add the rest little by little. Everybody reads what you write here.
profile-edit-links = Databases it uses
profile-edit-public = See the public page
profile-save = Save
profile-section-what = What it is
profile-section-who = Who it is for
profile-section-where = Where, when, at what cost
profile-section-how = How to reach it, online too
profile-section-management = Who runs it and which plans it belongs to
profile-section-users = How many people use it
profile-section-check = Checks and sources
profile-section-database = What it is
profile-section-essential = Why it matters
profile-section-application = The software behind it
profile-section-quality = How far it can be trusted
profile-section-exchange = How it exchanges data
profile-hint-code = The code your office uses, for example SER-01. If you leave it empty we make one from the name.
profile-hint-easy = Short sentences, everyday words: it is the first thing people read on the page.
profile-hint-users = Below 5 the public page says "fewer than 5", so that nobody can be recognised.
profile-hint-cost = Write 0 if it is free. Leave it empty if you do not know.
profile-hint-url = It begins with https://
profile-hint-note = The remark, too, is shown on the public page.
profile-hint-essential = Does a service stop without it? Does a law ask for it? Do three services use it? Is it needed to measure a result?
profile-hint-contract = The day on which the supplier’s contract ends.
profile-hint-ipa = The body’s code in the index of public administrations (IPA).
profile-hint-demo-fields = The names of the fields that are made up, separated by semicolons.
profile-links-title = Databases it uses
profile-links-lead = Say which archives this service reads and which it writes.
profile-links-none = None yet.
profile-links-add = Add or change a link
profile-links-remove = Remove
profile-links-save = Save the link
profile-links-back = Back to the record
profile-links-no-databases = Add at least one database first.
profile-choose = Choose
profile-choose-database = Choose a database.
profile-choose-access = Say whether it reads it, writes it, or both.
done-record-saved = Done: the record is saved.
done-checked = Done: the record counts as checked today.
done-link-saved = Done: the link is saved.
done-link-removed = Done: the link is gone.
done-import-abandoned = Done: the file was thrown away, the register is as it was.

## Import
profile-import-title = Import a sheet
profile-import-lead = You upload the sheet, check its columns, see what would change. It is saved only when you confirm, all of it or nothing.
profile-import-waiting = You have files waiting for confirmation
profile-import-what = What is in the sheet?
profile-import-file = The sheet
profile-import-file-hint = An .xlsx or .csv file, up to 20 MB. The first row must hold the names of the columns.
profile-import-read = Read the sheet
profile-import-abandon = Give up and throw the file away
profile-import-models = Not sure where to begin?
profile-import-models-text = Download an empty sheet with the columns ready. You need not fill them all: the name is enough.
profile-import-model = Empty sheet: { $x }
profile-sheet-links = Links
profile-sheet-services-hint = One row for each service.
profile-sheet-databases-hint = One row for each archive.
profile-sheet-links-hint = One row for each pair: which service uses which database. Services and databases must be there already.
profile-file-none = Choose a file. If you did, it was empty: check it and upload it again.
profile-columns-title = Check the columns
profile-columns-lead = We guessed where each column goes. Change what is wrong; columns that are not needed can be left out.
profile-columns-file = File: { $x }.
profile-columns-rows = { $n ->
    [one] One row of
   *[other] { $n } rows of
}
profile-columns-caption = The sheet’s columns and where they go
profile-columns-heading = In the sheet
profile-columns-field = Goes to
profile-columns-samples = For example
profile-columns-unnamed = (no name)
profile-columns-skip = – leave out –
profile-columns-needed = { $x } (needed)
profile-columns-go = See the preview
profile-preview-title = Preview
profile-preview-lead = Nothing has been saved yet. See row by row what would happen.
profile-preview-show = Which rows to show
profile-rows-wrong = to be mended
profile-rows-new = new
profile-rows-changed = changed
profile-rows-unchanged = already the same
profile-rows-all = in all
profile-preview-wrong = { $n ->
    [one] One row needs mending
   *[other] { $n } rows need mending
}
profile-preview-wrong-text = While there are mistakes nothing is saved, not even the rows that are right. Mend the sheet and upload it again.
profile-preview-again = Upload the mended sheet
profile-preview-columns = Back to the columns
profile-preview-nothing = There is nothing to import
profile-preview-nothing-text = All rows of the sheet are in the register already, just the same.
profile-preview-apply = { $n ->
    [one] Import one row
   *[other] Import { $n } rows
}
profile-preview-caption = What would happen to each row
profile-preview-row = Row { $n }
profile-preview-no-rows = No rows of this kind.
profile-row-is-new = New
profile-row-is-changed = Changes
profile-row-is-unchanged = The same
profile-row-is-wrong = To be mended
profile-becomes = becomes
profile-blank = (empty)
profile-done-title = Import done
profile-done-lead = The sheet is in the register. This is what happened to its rows.
profile-done-look = See the result
profile-done-next = Now import: { $x }
profile-done-again = Import another sheet
profile-more-filters = More filters: for whom, where, how
profile-api-no-such-field = There is no such field: see the names in the API’s description.
profile-api-wrong-type = The value is not of the right type: see the API’s description.
profile-preview-shown = { $x } (shown below)
profile-ask-who = Who it is for
profile-ask-needed = What is needed
profile-ask-how = How to ask for it
profile-ask-where = Where
profile-ask-municipalities = In which municipalities
profile-ask-when = When
profile-ask-cost = What it costs
profile-ask-answers = Who answers
profile-ask-help = Who helps you to use it
profile-level-official = Official definition of the digital level

# Imports and zone-plan sheets
profile-file-no-such-encoding = There is no such encoding. Write for example "utf-8" or "windows-1252", or leave it empty.
profile-rows-left-out = left out
profile-preview-left-out = { $n ->
    [one] One row is left out: it stays as it is.
   *[other] { $n } rows are left out: they stay as they are.
}
profile-preview-choose = Choose what to accept
profile-preview-choose-text = Untick a row or a field to leave it as it is. Your choices are kept from page to page.
profile-preview-keep = Keep the choices of this page
profile-preview-accept-all = Accept everything
profile-preview-only-empty = Fill only empty fields
profile-preview-only-empty-on = Only empty fields are filled
profile-preview-without-column = Nothing of this column
profile-preview-with-column = Put this column back
profile-preview-take-row = Take row { $n }
profile-preview-next = Keep the choices and go to the next page
profile-format-known = We recognised your format
profile-format-known-text = The columns are those confirmed last time.
profile-format-forget = Forget this format
done-format-forgotten = The format is forgotten: check the columns.
profile-read-other = Was the sheet read wrongly?
profile-read-sheet = Sheet to read
profile-read-header = Row with the names of the columns
profile-read-header-hint = The number you see on the left of the sheet.
profile-read-encoding = Text encoding
profile-read-encoding-hint = Only if accented letters are wrong: for example windows-1252 or macintosh.
profile-read-again = Read again
profile-done-entry = See what changed, or undo the import
profile-log-title = Imports done
profile-log-go = See the imports done, or undo one
profile-log-lead = Every import with what it made and changed. It can be undone later too.
profile-log-empty = No import yet
profile-log-empty-text = When you import a sheet, here you find what it changed.
profile-log-caption = Imports, the latest first
profile-log-what = What
profile-log-when = When
profile-log-who = Who
profile-log-program = The program
profile-log-no-name = No name
profile-log-hash = Fingerprint of the file (SHA-256)
profile-log-undone = Undone
profile-log-made = Record made
profile-log-field = Field
profile-log-before = Before
profile-log-after = After
profile-log-changes = What it did
profile-log-entry-lead = What this import made and changed.
profile-undo-ask = Undo this import
profile-undo-title = Undo the import
profile-undo-lead = Nothing has been undone yet. This is what would happen.
profile-undo-removed = records made that would be removed
profile-undo-restored = fields that would return to what they were
profile-undo-left = changes that would stay
profile-undo-left-title = Something cannot be undone
profile-undo-left-text = Somebody has worked on them since: these stay as they are now.
profile-undo-why = Why it stays
profile-undo-changed = Somebody changed it later
profile-undo-referred = Other records use it
profile-undo-gone = It is no longer there
profile-undo-do = Undo the import
profile-undo-not = Leave it
done-undone = The import is undone.
done-undone-before = This import had been undone before.
profile-plan-sheets = Zone-plan sheets
profile-plan-sheets-lead = The actions of the zone plan, with their money and indicators.
profile-plan-sheets-caption = Intervention sheets, by title
profile-plan-sheets-count = { $n ->
    [one] One sheet
   *[other] { $n } sheets
}
profile-desk-plan-sheets = Write and check the intervention sheets
profile-sheet-plan-hint = Intervention sheets: a row for each, a column for each source of money
profile-empty-plan-sheets = No intervention sheet yet
profile-new-plan-sheet = New intervention sheet
profile-section-plan = The sheet
profile-section-plan-content = The action
profile-section-plan-expenses = Planned expenses
profile-section-plan-indicators = Indicators
profile-hint-indicators = One a line: "People helped: 40 → 60", that is name, value today and value to reach.
profile-plan-no-expenses = No expense written.
profile-plan-money-source = Source
profile-plan-money = Amount
profile-plan-total = Total
profile-plan-now = Today
profile-plan-target = To reach
profile-plan-services = Services that carry it out
profile-plan-no-services = No service yet. In a service’s record, write the code of this sheet among its zone-plan sheets.
profile-field-plan-years = Years
profile-field-district = District
profile-field-territory = Territory
profile-field-main-regional-sheet = Main regional sheet
profile-field-continuing = Continues the plan before
profile-field-community-lab = Part of the Community Lab
profile-field-plan-area = Area of the plan
profile-field-cross-areas = Areas it crosses
profile-field-needs = Needs and reasons
profile-field-planned-actions = Planned actions
profile-field-integrated-policies = Policies it is joined to
profile-field-partners = Institutions and actors involved
profile-field-referents = Contacts of the action
profile-field-cost-municipalities = Money of municipalities
profile-field-cost-regional-fund = Local social fund, regional part
profile-field-cost-state-fund = Local social fund, State part
profile-field-cost-frna = Regional fund for self-sufficiency (FRNA)
profile-field-cost-fna = National fund for self-sufficiency (FNA)
profile-field-cost-dopo-di-noi = Fund «Dopo di noi»
profile-field-cost-poverty-fund = Poverty fund
profile-field-cost-european = European funds
profile-field-cost-health = Money of the health authority
profile-field-cost-other = Other money
profile-field-indicators = Indicators
profile-field-novelty = What is new
profile-field-cancelled = Cancelled
profile-choice-plan-area-a = A – Care close to home
profile-choice-plan-area-b = B – Fewer inequalities, health
profile-choice-plan-area-c = C – Autonomy of people
profile-choice-plan-area-d = D – Participation
profile-choice-plan-area-e = E – Quality of services
profile-template-many = More than one too, separated by semicolons.
profile-template-money = In euros, for example 1.234,50.
profile-template-day = For example 31/12/2026.
profile-template-whole = A whole number.
profile-template-required = This column is needed.
