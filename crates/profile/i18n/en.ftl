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
profile-file-broken-xlsx = The Excel file is damaged or incomplete. Open it, save it again as .xlsx and upload it.
profile-file-old-excel = This is an old Excel file (.xls) or it has a password. Save it as .xlsx without a password, or as CSV.
profile-file-not-a-table = This file is not a table. A .csv or .xlsx file is needed.
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
