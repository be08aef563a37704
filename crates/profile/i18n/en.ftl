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
profile-download-all = The whole profile in one document
profile-download-pdf = to print (PDF)
profile-download-docx = to edit (DOCX)
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
profile-import-file-hint = An .xlsx, .ods or .csv file, up to 20 MB: one row must hold the names of the columns. For services also another body’s directory (HSDS in JSON, CPSV-AP in RDF), the saved page of a municipal site (HTML), or a .zip of these.
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

## Searching
profile-filter-near = Nearest first to
profile-filter-language = In which language
profile-near-any = It does not matter
profile-also = Nothing has these words. We also searched for { $x }.
profile-exact = Search only “{ $x }”

## What do you need?
needs-title = What do you need?
needs-invitation = If you do not know which word to search for, start here.
needs-lead = Say it in your own words or tap a button. We tell you who can help.
needs-step-1 = Question 1
needs-step-2 = Question 2
needs-step-3 = Last question
needs-words = What do you need?
needs-words-hint = For example: I cannot pay the rent. Do not write names.
needs-go = Go on
needs-or = Or choose
needs-choose = Choose
needs-said = You wrote: “{ $x }”
needs-danger = Are you in danger? Call at once
needs-person = Would you rather talk to a person?
needs-write = Write to the office
needs-care = Looking after a relative
needs-care-text = An old or ill person who needs help at home.
needs-money = Making ends meet
needs-money-text = Bills, food, debts, no job.
needs-home = Finding a home or paying the rent
needs-home-text = Rent, eviction, nowhere to sleep.
needs-children = Looking after children
needs-children-text = Nursery, school, help for parents.
needs-papers = Understanding forms and SPID
needs-papers-text = Forms, applications, online services.
needs-lonely = Feeling less lonely
needs-lonely-text = Company, a place to go, somebody who listens.
needs-foreigner = I come from another country
needs-foreigner-text = Residence permit, language, documents.
needs-disability = I live with a disability
needs-disability-text = Help at home, transport, work, free time.
needs-addiction = Alcohol, gambling or drugs
needs-addiction-text = For you or for somebody you care about.
needs-fear = I am afraid at home
needs-fear-text = Violence, threats, somebody who hurts you or the children.
needs-line-112 = In danger now: police, ambulance, fire brigade. Free, day and night.
needs-line-1522 = Violence and stalking: people who listen and help in many languages. Free, day and night.
needs-line-114 = A child or a teenager in danger. Free, day and night.
needs-whom = Who is the help for?
needs-whom-lead = So that we show you the right services.
needs-whom-me = For me
needs-whom-child = For a child or a teenager
needs-whom-elderly = For an older person
needs-whom-disabled = For a person with a disability
needs-whom-other = For somebody else, or I do not know
needs-where = Where do you live?
needs-where-lead = We do not keep your answer: it stays only in the address of this page.
needs-municipality = Your municipality
needs-anywhere = Skip: show all municipalities
needs-answer = Who can help you
needs-answer-lead = Here is who you can call and where you can go.
needs-now = Call now
needs-services = Services
needs-none = We did not find a suitable service. Do not stop here: talk to a person, below.
needs-why = Why we show it: { $x }.
needs-why-speaks = it speaks of “{ $x }”
needs-why-for = it is for { $x }
needs-why-serves = it is for people who live in { $x }
needs-why-kind = it is a service of { $x }
needs-call = Call { $x }
needs-elsewhere = Look in the other municipalities too
needs-again = Start again
needs-talk = Talk to a person
needs-talk-text = If nothing fits, or you do not know where to begin, here is somebody who listens.
needs-mail = Write to:
needs-help = Get help
needs-help-text = You can ask a relative, a friend or an association to call with you. At the office there is always somebody who fills in the forms with you. It is free.

## Open data
open-title = Open data
open-lead = The data of this profile belong to everybody: download them, use them, publish them again.
open-licence-text = Just say where they come from. The licence is
open-small-numbers = Where fewer than five people are served the number is left out, so that nobody can be recognised.
open-updated = Data last changed:
open-none = There is nothing yet: it will be useful once the office has written its first records.
open-rows = { $n ->
    [one] One row
   *[other] { $n } rows
  }
open-services = Social services
open-services-text = The services of the area: what they are, for whom, where, how to ask for them and how digital they are.
open-databases = Databases of social services
open-databases-text = The register of the databases that social services depend on, without people’s data.
open-links = Services and databases
open-links-text = Which service reads or writes which database.
open-body = Body (word in addresses)
open-catalogue = The catalogue
open-catalogue-text = Open data of the profile of digital welfare: services, databases and their links.
open-catalogue-lead = The list of the data in DCAT-AP_IT, the format of dati.gov.it. The codes in the tables are explained apart.
open-codes = What the codes mean
open-codes-lead = The lists of codes used in the data. Where there is a national vocabulary the code leads there.
open-code = Code
open-meaning = Meaning
open-requests = For programmers
open-requests-text = Addresses do not change and also answer in Turtle, RDF/XML and JSON-LD, by the Accept header. Services are in CPSV-AP_IT or, if you choose, in CPSV-AP 3.2; the API follows HSDS 3.0. Some examples:
open-by-body = The data of one body
open-all = The data of all bodies
open-hsds-not-found = There is nothing here with this id. Look in the lists, for example /hsds/3.0/services.
open-hsds-page = page and per_page are whole numbers from 1 up.
open-hsds-format = Answers are in JSON only: leave format out or write format=json.
open-hsds-id = The id must be a UUID, like those of the lists.
open-hsds-moment = modified_after is a date (2026-01-31) or an instant (2026-01-31T10:00:00Z).
# The service card
profile-field-keywords = Other names and keywords
profile-field-phone = Telephone
profile-field-email = E-mail
profile-field-siuss-codes = SIUSS benefit codes
profile-field-cofog = COFOG
profile-field-life-events = Life events
profile-field-subject-matters = Subject matters
profile-field-io-topics = Topics on app IO
profile-field-local-terms = Local classifications
profile-field-age-from = Age: from
profile-field-age-to = Age: up to
profile-field-languages = Languages spoken
profile-field-isee-limit = ISEE limit
profile-field-how-to = How to ask
profile-field-needed = What you need
profile-field-outcome = What you get
profile-field-times = Times and deadlines
profile-field-waiting-days = Average days of waiting
profile-field-conditions = Conditions of the service
profile-field-place-access = Accessibility of the place
profile-field-place-access-note = Notes on accessibility
profile-field-channel-details = Desks and contacts
profile-field-level-url = Page that shows the level
profile-field-level-date = Level measured on
profile-field-target-date = Target level by
profile-field-barriers-note = Notes on barriers
profile-field-help = Who helps
profile-field-cost-note = Notes on the cost
profile-field-status-reason = Reason for the state
profile-field-card-state = State of the card
profile-field-essential-reasons = Grounds for being essential
profile-field-purposes = Purposes
profile-field-data-subjects = Data subjects
profile-field-data-recipients = Recipients of the data
profile-field-retention = Retention
profile-field-security = Security measures
profile-choice-platforms-spid = SPID
profile-choice-platforms-cie = CIE
profile-choice-platforms-eidas = eIDAS
profile-choice-platforms-inad = INAD
profile-choice-platforms-fse = Electronic health record
profile-choice-platforms-isee = ISEE (INPS)
profile-choice-platforms-siuss = SIUSS
profile-choice-platforms-lepidaid = LepidaID
profile-choice-platforms-accesso-unitario = Accesso unitario
profile-choice-platforms-digital-domicile = Digital domicile
profile-choice-platforms-signature = Electronic signature
profile-choice-place-access-wheelchair = Wheelchair access
profile-choice-place-access-lift = Lift
profile-choice-place-access-toilet = Accessible toilet
profile-choice-place-access-parking = Reserved parking
profile-choice-place-access-transport = Public transport nearby
profile-choice-place-access-sign-language = Sign language (LIS)
profile-choice-place-access-hearing-loop = Hearing loop
profile-choice-place-access-tactile = Tactile path or map
profile-choice-place-access-quiet = Quiet private room
profile-choice-help-digitale-facile = Digitale Facile point
profile-choice-help-caf = CAF or patronato
profile-choice-help-desk = At the desk
profile-choice-help-phone = By telephone
profile-choice-help-mediator = Cultural mediator
profile-choice-help-home = At home
profile-choice-help-volunteer = Volunteers
profile-choice-help-delegate = A person with a proxy
profile-choice-card-state-draft = Draft
profile-choice-card-state-to-verify = To be verified
profile-choice-card-state-verified = Verified
profile-choice-essential-reasons-stops = Without it a service stops
profile-choice-essential-reasons-law = The law asks for it
profile-choice-essential-reasons-shared = At least three services use it
profile-choice-essential-reasons-indicator = An indicator of the Agenda needs it
profile-platform-not-planned = not planned
profile-platform-planned = planned
profile-platform-in-progress = in progress
profile-platform-active = active
profile-form-not-a-channel = Line { $n } is not clear. Write one line for each desk or contact: channel | name | luogo: … | comune: … | orari: … | tel: … | e-mail: … | sito: …
profile-form-not-a-platform = Not clear. Write for example: SPID (active, 31/12/2025); pagoPA (planned).
profile-form-not-a-class = Write the table and the code, for example aree-piano:A1.
profile-form-too-many = Too many: { $n } at most.
profile-row-not-an-email = Row { $row }, column "{ $column }": "{ $value }" is not an e-mail address. Write it like this: name@example.org.
profile-row-not-a-channel = Row { $row }, column "{ $column }": line { $n } of the cell is not clear. Write: channel | name | luogo: … | comune: … | orari: … | tel: … | e-mail: … | sito: …
profile-row-not-a-platform = Row { $row }, column "{ $column }": "{ $value }" is not clear. Write for example: SPID (active, 31/12/2025); pagoPA (planned).
profile-row-not-a-class = Row { $row }, column "{ $column }": "{ $value }" is not clear. Write the table and the code, for example aree-piano:A1.
profile-row-too-many = Row { $row }, column "{ $column }": too many, { $n } at most.
profile-section-ask = How to ask for it
profile-section-classes = Classifications
profile-card-expired = To be checked again
profile-ask-requirements = Requirements
profile-desks-title = Desks and contacts
profile-desk-site = Go to the site
profile-level-by = By { $x }.
profile-level-measured = Level measured on { $x }.
profile-level-evidence = See the page
profile-channel-n = Desk or contact { $n }
profile-channel-kind = Channel
profile-channel-none = None
profile-channel-name = What it is called
profile-channel-place = Address or place
profile-channel-municipality = Municipality
profile-channel-hours = Opening hours
profile-channel-phone = Telephone
profile-channel-email = E-mail
profile-channel-url = Site
profile-channel-remove = Remove this desk or contact
profile-channel-add = Add a channel
profile-channels-hint = One for each way to reach the service: a desk, a telephone, an online form. Write what you know.
profile-platform-day = { $x }: date
profile-hint-local-terms = Table and code, for example aree-piano:A1. Separate several terms with a semicolon.
profile-hint-contact = The contact of the office, not of a person: it is shown on the public page.
profile-hint-card-state = A draft is not shown on the public page. A verified card is to be checked again after a year.
profile-edit-sections = Parts of the card
profile-origins-title = Where each fact comes from
profile-origins-lead = For each fact: when it was written, how and by whom. Below, the changes made by hand.
profile-origins-edit = Back to the card
profile-origins-field = Fact
profile-origins-value = Value
profile-origins-when = When
profile-origins-how = How
profile-origins-unknown = Not known
profile-way-import = Imported from a file
profile-way-cli = With a command
profile-way-api = From another program
profile-way-web = By hand
profile-history-title = Changes to the card
profile-history-empty = Nobody has changed this card by hand yet.
profile-history-emptied = (empty)
profile-history-create = Card created
profile-history-edit = Card changed
profile-history-link = Database linked
profile-history-unlink = Database unlinked

# Who offers services and who keeps cards up to date
profile-not-allowed = This record is not among those you keep up to date.
actor-title = Welfare organisations
actor-lead = Associations, cooperatives, schools, bodies and groups that offer services in the area.
actor-desk-text = Who offers services besides the body, who speaks for them, who asks to keep a record
actor-desk-lead = Who offers services in the area, and the people who speak for them.
actor-desk-caption = The organisations of the register
actor-desk-empty = The register is still empty
actor-desk-empty-text = Add the first association, cooperative or school that offers a service in the area.
actor-empty = No organisation yet
actor-empty-text = The body has not added the associations and cooperatives of the area yet.
actor-new = Add an organisation
actor-edit-lead = What you write here is read on the public page. Contacts of offices only, not of people.
actor-form = What it is
actor-form-odv = Voluntary organisation (ODV)
actor-form-aps = Social promotion association (APS)
actor-form-coop = Social cooperative
actor-form-scuola = School
actor-form-caf = Tax and benefits help centre
actor-form-parrocchia = Parish or religious body
actor-form-impresa = Company
actor-form-gruppo = Informal group
actor-form-ente = Public body
actor-form-altro = Other
actor-name-taken = The register already has an organisation with this name: open its record.
actor-description = What it does
actor-description-hint = A few lines, in plain words.
actor-areas = Who it works for
actor-municipalities = In which municipalities
actor-place = Place
actor-phone = Telephone
actor-email = E-mail
actor-office-hint = Of the office, not of a person. It is shown on the public page.
actor-website = Website
actor-runts = In the RUNTS register
actor-runts-hint = The national register of the third sector.
actor-cards = The records it keeps up to date
actor-cards-none = None for now.
actor-members = Who speaks for this organisation
actor-members-none = Nobody yet: only people on this list can propose changes.
actor-member-email = Add a person: their e-mail
actor-member-hint = They must have an account already: who has none registers from the “Sign in” page.
actor-member-add = Add the person
actor-no-account = No account with this address: ask the person to register, then try again.

claim-yours-question = Is this service yours?
claim-yours-act = Ask to keep it up to date
claim-kept-by = This record is kept up to date by
claim-own = You keep this record up to date.
claim-own-edit = Propose a change
claim-title = Is this service yours?
claim-lead = Ask to keep the record “{ $x }” up to date. The body looks at your request and answers by e-mail.
claim-organisation = For which organisation
claim-organisation-hint = The full name: association, cooperative, school, office.
claim-why = Why this record is yours
claim-why-hint = What you do in the service, and your role. Do not write data of other people.
claim-send = Send the request
claim-yours = You already keep this record up to date: find it among “My records”.
claim-kept = Somebody already keeps this record up to date. If that is wrong, write to the body from the contacts page.
claim-kept-meanwhile = Somebody already keeps this record: end their charge first, then accept this request.
claim-waits = You already asked to keep this record: wait for the answer.
claim-too-many = You already have many requests waiting for an answer. Wait for the body to answer.
claim-decided = This request was closed already: reload the page to see how it went.
claim-state-pending = to decide
claim-state-accepted = accepted
claim-state-refused = not accepted
claim-state-withdrawn = withdrawn
claim-state-revoked = charge ended
claim-desk-title = Requests to keep a record
claim-desk-lead = Who says “it is our service”. If you accept, they propose changes and you look at them.
claim-desk-caption = Requests in the state: { $x }
claim-desk-empty = No request here
claim-desk-empty-text = Requests come from the pages of services. When one comes you see it on the desk.
claim-waiting = { $n ->
    [one] One request to decide
   *[other] { $n } requests to decide
}
claim-page-lead = Asks to keep this record up to date: { $x }
claim-person = Who asks
claim-came = Came
claim-answer = The answer
claim-accept = Accept
claim-accept-go = Accept the request
claim-actor = Which organisation of the register
claim-actor-new = Add “{ $x }” to the register
claim-actor-hint = If it is in the register already choose it here, so that it is not there twice.
claim-form-hint = Only if you add it to the register.
claim-answer-line = Two lines for who wrote
claim-refuse = Do not accept
claim-reason = Why
claim-reason-hint = The person reads these words: say also what they can do.
claim-revoke = End the charge
claim-revoke-text = From now on the organisation cannot propose changes to this record. The record stays as it is.
claim-lead-decides = The body’s lead decides.
claim-letter-answer = The answer of the body:
    { $x }
claim-letter-end = To know more: { $link }

    { $body }
    Contacts: { $contact }
claim-letter-came-subject = { $actor } asks to keep the record “{ $card }”
claim-letter-came = A request has come: { $actor } asks to keep the record “{ $card }” up to date. It waits for an answer.
claim-letter-arrived-subject = We got the request for “{ $card }”
claim-letter-arrived = Thank you: we got the request of { $actor } to keep the record “{ $card }” up to date. A person of the body looks at it and answers.
claim-letter-accepted-subject = From today you keep the record “{ $card }”
claim-letter-accepted = The request is accepted: { $actor } keeps the record “{ $card }” up to date. You can propose changes: the body looks at them before they are published.
claim-letter-refused-subject = The request for “{ $card }” was not accepted
claim-letter-refused = The request of { $actor } to keep the record “{ $card }” up to date was not accepted.
claim-letter-revoked-subject = You keep the record “{ $card }” no more
claim-letter-revoked = From today { $actor } keeps the record “{ $card }” no more. The record stays public as it is.

keep-title = My records
keep-desk-text = The services you keep up to date, and what became of your proposals
keep-lead = The services you keep up to date, requests and proposals, with the answers of the body.
keep-empty = You keep no record yet
keep-empty-text = Look for your service: at the end of its page you can ask to keep it up to date.
keep-find = Look for the service
keep-actor = Its page
keep-no-cards = No record yet.
keep-caption = The records you keep up to date, the longest unchecked first
keep-new = Propose a missing service
keep-new-lead = A service that the body does not know. The body looks at it, completes it and publishes it.
keep-edit-lead = Kept up to date by { $x }. Changes are public when the body accepts them.
keep-nothing-changed = Has nothing changed? Say so with one tap: the date is shown in public.
keep-waiting = A proposal is already waiting
keep-waiting-text = Below is the record as you proposed it. If you change it again, the body sees the latest version alone.
keep-for = For which organisation
keep-message = Two lines for the body
keep-message-hint = What changed and since when. It is not published.
keep-send = Send the proposal
keep-send-new = Propose this service
keep-proposals = Proposals
keep-claims = Requests

proposal-desk-title = Proposed changes
proposal-desk-text = What organisations and offices propose for records, and your answer
proposal-desk-lead = Public records do not change until you accept. The oldest proposals first.
proposal-desk-caption = Proposals in the state: { $x }
proposal-desk-empty = No proposal here
proposal-desk-empty-text = Proposals come from who keeps a record and from who answers “something has changed” to a request to confirm.
proposal-state-pending = to look at
proposal-state-draft = draft
proposal-state-accepted = accepted
proposal-state-partly = accepted in part
proposal-state-refused = not accepted
proposal-state-withdrawn = withdrawn
proposal-author = Who proposes
proposal-what = What
proposal-new-service = a new service
proposal-only-words = a message only
proposal-fields = { $n ->
    [one] one field
   *[other] { $n } fields
}
proposal-by = Proposal of { $x }
proposal-message = Message of who proposes
proposal-caption = What would change
proposal-field = Field
proposal-before = Now
proposal-before-then = When it was proposed
proposal-now = Now
proposal-after = Proposed
proposal-outcome = How it went
proposal-taken = accepted
proposal-left = not accepted
proposal-clash = changed by the body too
proposal-already = already so
proposal-clashes = { $n ->
    [one] One field has changed meanwhile
   *[other] { $n } fields have changed meanwhile
}
proposal-clashes-text = The body changed these fields too after the proposal. Tick only those in which the proposal counts: in the others what is there now stays.
proposal-accept = Accept the ticked fields
proposal-read = I have read it: close the proposal
proposal-take-up = Accept as a draft
proposal-draft-text = It is a draft: it is not public. Complete and publish it: the organisation that proposed it will keep it up to date.
proposal-publish = Publish the record
proposal-refuse = Do not accept
proposal-edit = Change the proposal
proposal-choose = Tick at least one field, or do not accept the proposal and say why.
proposal-nothing = You changed nothing: change a field, or write two lines.
proposal-too-many = You already have many new services waiting for an answer. Wait for the body to answer.
proposal-decided = This proposal was closed already: reload the page to see how it went.
proposal-letter-came-subject = Proposal for the record “{ $card }”
proposal-letter-came = { $actor } proposes something for the record “{ $card }”. The public record does not change until somebody accepts.
proposal-letter-accepted-subject = The proposal for “{ $card }” is accepted
proposal-letter-accepted = The proposal of { $actor } for the record “{ $card }” is accepted: it is now on the public page. Thank you.
proposal-letter-partly-subject = The proposal for “{ $card }” is accepted in part
proposal-letter-partly = The proposal of { $actor } for the record “{ $card }” is accepted in part: that part is already on the public page.
proposal-letter-refused-subject = The proposal for “{ $card }” was not accepted
proposal-letter-refused = The proposal of { $actor } for the record “{ $card }” was not accepted. The record stays as it was.
proposal-letter-draft-subject = The service “{ $card }” is a draft
proposal-letter-draft = The body accepted the service “{ $card }” proposed by { $actor }: it completes it and then publishes it.

confirm-desk-title = Confirmations of records
confirm-desk-text = Ask by e-mail whether records are still true, and see who answered
confirm-desk-lead = Ask offices and organisations whether their record is still true. They answer with one tap, without a password.
confirm-desk-caption = Requests to confirm, the latest first
confirm-desk-empty = You have not asked anything yet
confirm-desk-empty-text = Choose the records nobody has checked for longest and ask whether they are still true.
confirm-state = State
confirm-state-sent = waiting for an answer
confirm-state-confirmed = all right
confirm-state-changed = something has changed
confirm-state-withdrawn = withdrawn
confirm-state-expired = expired without an answer
confirm-acts = What you can do
confirm-recipient = To whom
confirm-recipient-of = E-mail of who answers for { $x }
confirm-forgotten = (address deleted)
confirm-sendings = { $n ->
    [one] one letter
   *[other] { $n } letters
}
confirm-again = Send again
confirm-withdraw = Withdraw
confirm-yearly = Once a year, by itself
confirm-yearly-on = It is on: who has not checked a record for twelve months gets a request by itself, and at most one reminder after fourteen days.
confirm-yearly-off = It is off: nobody gets requests unless you send them.
confirm-yearly-start = Switch on
confirm-yearly-stop = Switch off
confirm-ask-title = Ask to confirm
confirm-ask-lead = Choose the records. Who answers for several records gets one letter, with a link for each.
confirm-ask-caption = Records, the longest unchecked first
confirm-ask-empty = Every record is checked
confirm-ask-empty-text = No record has waited for a check for more than twelve months.
confirm-ask-these = Ask for the ticked records
confirm-ask-all = Ask for all of these
confirm-ready = { $n ->
    [one] One record has not been checked for twelve months and has an address.
   *[other] { $n } records have not been checked for twelve months and have an address.
}
confirm-show-all = Show all records
confirm-show-stale = Show only those not checked for twelve months
confirm-common = Address for records without one
confirm-common-hint = It counts for the ticked records for which you wrote no address.
confirm-choose = Tick at least one record.
confirm-too-many = Too many records at once: ask for 500 records at most.
confirm-address-forgotten = The address of this request was deleted: ask again, writing it.
confirm-closed = This request is closed already.
confirm-question = Is this record still true? Read it and answer: no password needed.
confirm-card = What the record says
confirm-card-empty = The record says nothing yet besides its name.
confirm-who = Who answers
confirm-who-hint = The office or association: your name is not needed.
confirm-all-right = It is all right
confirm-something = Something has changed
confirm-expires = You can answer until { $x }, once.
confirm-changed-title = Something has changed
confirm-changed-lead = Correct what has changed in “{ $x }”. The body looks at it before it is published.
confirm-message = Anything else
confirm-message-hint = What has no place here. It is not published.
confirm-send = Send
confirm-gone-title = This link does not work
confirm-gone-text = The record has not changed. If you want to correct it, write to the body or call it: here is how.
confirm-gone-contact = Contacts of the body
confirm-link-unknown = The link does not exist or is no longer good. Mail programs sometimes cut it: copy the whole of it from the letter.
confirm-link-used = Somebody has already answered with this link: it works once.
confirm-link-expired = The link has expired: it was good for thirty days.
confirm-link-withdrawn = The body took this question back: no answer is needed any more.
confirm-letter-card = { $title }
    { $link }
confirm-letter-subject = Are your records still true? { $body }
confirm-letter = Good morning,
    the public list of services has these records that you answer for. Are they still true? Open the link, read and tap “It is all right” or “Something has changed”. No password needed.

    { $cards }

    You can answer until { $day }. Each link works once and opens that record alone.

    Thank you,
    { $body }
    Contacts: { $contact }
confirm-letter-again-subject = Reminder: are your records still true? { $body }
confirm-letter-again = Good morning,
    two weeks ago we asked whether these records are still true. One tap is enough, without a password:

    { $cards }

    You can answer until { $day }. We will not remind you again.

    Thank you,
    { $body }
    Contacts: { $contact }

done-claim-sent = Request sent: we answer by e-mail.
done-claim-decided = Done: who asked gets a letter.
done-proposal-sent = Proposal sent: the public record changes when the body accepts it.
done-proposal-decided = Done: who proposed gets a letter.
done-proposal-draft = It is a draft: complete and publish it.
done-proposal-published = The record is public.
done-card-confirmed = Thank you: the record is confirmed, with today’s date.
done-card-changed = Thank you: the body looks at what has changed and updates the record.
done-cards-asked = Letters ready: they leave at once.
done-cards-yearly = Saved.
done-request-withdrawn = Withdrawn.
done-nothing-to-do = It was closed already: nothing changed.

# Findings
finding-minor = Good to know
finding-notable = To be mended
finding-serious = Urgent
finding-state-open = To be decided
finding-state-accepted = Accepted
finding-state-postponed = Postponed
finding-state-dismissed = Dismissed
finding-state-resolved = Resolved
finding-refused-decided = This finding has been decided already. Reload the page to see how.
finding-refused-gone = This finding is gone: the profile has changed. Reload the page.
finding-refused-not-decided = There is no decision on this finding to take back yet.
finding-refused-not-later = Choose a day that is still to come.
finding-thread = from a finding
finding-rule-area = Area without services
finding-advice-area = Ask the offices whether the service is missing, or only its record.
finding-rule-municipality = Municipality without services
finding-advice-municipality = Check the municipalities written in the records, then think how to reach there too.
finding-rule-need = Need without an answer
finding-advice-need = Look for a service to extend, or bring it to the participatory path.
finding-rule-asked-twice = Data asked for twice
finding-advice-asked-twice = Let the data pass from one database to the other: ask once.
finding-rule-service-alone = Service without a database
finding-advice-service-alone = Link the database it uses. If it works on paper alone, that is an action for the Agenda.
finding-rule-orphan = Database nobody uses
finding-advice-orphan = Link the services that use it, or ask whether it is still needed.
finding-rule-national = No link to ANPR, ISEE or SIUSS
finding-advice-national = If the service reads that register already, write it among the links. If not, it is an action for the Agenda.
finding-rule-platform = Wholly online, but without identity or payment
finding-advice-platform = Plan SPID and CIE to sign in, and pagoPA to pay.
finding-rule-owner = Nobody answers for it
finding-advice-owner = Write in the record the body or office that answers for it.
finding-rule-contract = Contract that ends before the Agenda
finding-advice-contract = Put its renewal or replacement among the actions of the Agenda.
finding-rule-stale = Record to be checked again
finding-advice-stale = Read the record again and mark it as checked.
finding-reason-area = No running service for this area: { $area }.
finding-reason-area-places = For the area “{ $area }” there is no running service in { $places }.
finding-reason-municipality = In { $place } there is no running service.
finding-reason-need = No running service answers this need: { $need }
finding-reason-need-areas = No running service answers this need for { $areas }: { $need }
finding-reason-need-places = No running service answers this need in { $places }: { $need }
finding-reason-need-both = No running service for { $areas } in { $places } answers this need: { $need }
finding-reason-written-twice = “{ $service }” writes by hand into { $n } databases: { $databases }.
finding-reason-kept-twice = “{ $entity }” is in { $n } local databases that do not talk to each other: { $databases }.
finding-reason-service-alone = “{ $service }” uses no database.
finding-reason-orphan = No service uses “{ $database }”, and it exchanges no data with others.
finding-reason-national = “{ $service }” needs { $register }, but does not reach it.
finding-reason-no-identity = “{ $service }” is to reach level { $level }, but plans no sign-in with digital identity.
finding-reason-no-payment = “{ $service }” is to reach level { $level } and is paid for, but does not plan pagoPA.
finding-reason-no-identity-nor-payment = “{ $service }” is to reach level { $level } and is paid for, but plans neither digital identity nor pagoPA.
finding-reason-service-owner = The record of “{ $name }” names no owner, provider or office.
finding-reason-database-owner = The record of “{ $name }” names no owner and no office in charge.
finding-reason-contract = The contract of “{ $database }” ends on { $day }; the Agenda lasts until { $until }.
finding-reason-contract-ended = The contract of “{ $database }” ended on { $day }.
finding-reason-stale = Nobody has checked “{ $name }” since { $day }.
findings-title = Findings
findings-lead = What is missing or does not fit in the profile. Decide on each: accept it, postpone it or dismiss it.
findings-desk = What is missing or does not fit, and what you do about it
findings-look = Check now
findings-look-text = The profile is checked by itself every hour and after every import. Decisions stay.
findings-count = { $n ->
    [0] No findings
    [one] One finding
   *[other] { $n } findings
}
findings-empty = No findings here
findings-empty-text = Press “Check now” to read the profile again, or look at the other states.
findings-filter-state = State
findings-filter-rule = Rule
findings-any-rule = All rules
findings-decide = Decide
findings-decide-lead = Read why, look at the records and choose what to do.
findings-evidence = Where it shows
findings-first-seen = First seen on { $x }.
findings-resolved-on = Resolved on { $x }.
findings-until = To be looked at again on { $x }.
findings-dismissed-why = Reason: { $x }
findings-accept = Accept
findings-accept-lead = It becomes a written need, public and joined to the records.
findings-accept-need = Accept as a need
findings-accept-action = Accept and write an action
findings-need-words = The need, in plain words
findings-need-evidence = How we know
findings-postpone = Postpone
findings-postpone-until = Look again on
findings-dismiss = Dismiss
findings-dismiss-why = Why
findings-take-back = Take the decision back
findings-back = Back to the findings
findings-became = It became need number { $n }.
findings-new-action = Write an action for this need
findings-rules-link = How the rules work
findings-public-lead = What the body recognised looking at the profile, and the needs it wrote from it.
findings-public-empty = No need written yet
findings-public-empty-text = When the office accepts a finding or writes a need, you find it here.
findings-public-needs = Needs
findings-public-rules = The rules
findings-public-rules-lead = The program checks the profile with these rules. A person decides what to do.
findings-to-decide = { $n ->
    [one] One finding waits for a decision.
   *[other] { $n } findings wait for a decision.
}
needs-number = Need { $n }
needs-everywhere = everywhere
needs-new = Write a need
needs-new-lead = From a sheet of the zone plan, from a table, from an office. If no service answers it, it becomes a finding.
needs-save = Save the need
needs-areas = For whom
needs-areas-hint = No choice: for everybody.
needs-municipalities = Where
needs-municipalities-hint = No choice: everywhere.
done-findings-looked = Done: the profile has been checked again.
done-finding-accepted = Done: the finding became a need.
done-finding-postponed = Done: the finding is postponed.
done-finding-dismissed = Done: the finding is dismissed.
done-finding-taken-back = Done: the finding is to be decided again.
done-need-written = Done: the need is saved.

# Need and offer
offer-title = Where services reach
offer-lead = How many running services each municipality has, for whom, and where nobody is reached.
offer-map-lead = One tile for each municipality, in alphabetical order: it is no geographical map. Where nobody is reached the rim is broken.
offer-level-short = level { $level }
offer-level = level { $x }
offer-nobody = nobody
offer-empty = The body’s municipalities are missing
offer-empty-text = Once the body has written its municipalities, this shows where services reach.
offer-gaps = { $n ->
    [0] Every area is served in every municipality.
    [one] In one case an area is not served in a municipality.
   *[other] In { $n } cases an area is not served in a municipality.
}
offer-empty-places = No service in { $x }.
offer-caption = Running services by municipality and area, with the mean digital level
offer-place = Municipality
offer-all = All
offer-notes = A service that does not say where it works counts everywhere. Waiting times and inhabitants are not recorded yet.

# Essential databases
essential-stops = A service writes its work there: without it, it stops.
essential-law = A law or act asks for it.
essential-shared = At least three services use it.
essential-measures = An indicator of the Agenda is measured from it.
essential-said-no = The office wrote that it is not essential, although:

# Lists the law asks for
profile-law-lists = Lists the law asks for
profile-agid-list = List of databases for AgID (art. 24-quater)
profile-register-draft = Draft for the register of processing
profile-register-common = ordinary data
profile-register-special = special categories (art. 9 GDPR)
profile-register-users = people who use the services
profile-register-minors = minors
profile-register-fill = to be filled in
profile-register-purposes = Purposes
profile-register-people = Categories of people
profile-register-kinds = Categories of data
profile-register-recipients = Recipients
profile-register-retention = Retention

# Exchanges
exchanges-title = Exchanges between databases
exchanges-lead = What one database passes to another. Who exchanges data does not ask for it twice.
exchanges-none = This database exchanges nothing with others yet.
exchanges-caption = Exchanges of this database
exchanges-from = From
exchanges-to = To
exchanges-what = What passes
exchanges-add = Add or change an exchange
exchanges-save = Save the exchange
exchanges-remove = Remove
exchanges-section = Exchanges with other databases
done-exchange-saved = Done: the exchange is saved.
done-exchange-removed = Done: the exchange is gone.

# Snapshots
snapshots-title = Snapshots of the profile
snapshots-lead = The profile as it was on a day: it never changes again, and can be compared.
snapshots-desk = Freeze the profile of today, compare it and publish it
snapshots-name = Name of the snapshot
snapshots-name-hint = For example: Before listening, May 2027
snapshots-take = Take today’s snapshot
snapshots-empty = No snapshot yet.
snapshots-published = Public
snapshots-publish = Publish
snapshots-taken = The profile as it was on { $x }.
snapshots-compare = Compare with
snapshots-alone-choice = No comparison
snapshots-numbers = The numbers
snapshots-what = What
snapshots-before = In the other
snapshots-here = In this one
snapshots-added = New records
snapshots-changed = Changed records
snapshots-removed = Records that are gone
snapshots-none = None.
snapshots-hash = Fingerprint of the content (SHA-256):
snapshots-services = Services
snapshots-databases = Databases
snapshots-uses = Uses of databases
snapshots-municipalities = Municipalities covered
snapshots-alone = Services without a database
snapshots-unused = Databases nobody uses
snapshots-services-complete = Mean completeness of services, out of 100
snapshots-databases-complete = Mean completeness of databases, out of 100
done-snapshot-taken = Done: the snapshot is taken.
done-snapshot-published = Done: the snapshot is public.

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
open-plan-sheets = Zone plan sheets
open-plan-sheets-text = The interventions of the zone plan: needs, actions, expenses by source, indicators.

## Reporting a mistake
report-title = Report a mistake
report-lead = What is wrong in the record “{ $x }”? The office that keeps it reads this and mends it.
report-message = What is wrong?
report-message-hint = For example: “that is no longer the telephone number”. Do not write about yourself or others: only mistakes of the record are needed.
report-email = Your e-mail
report-email-hint = Only if you want an answer. Nobody else sees it, and we delete it shortly after answering.
report-privacy = What we do with what you write
report-send = Send the report
report-too-many = We already have many reports to read. Try again in some days, or write to or call the body: see its contacts page.
report-author = Report from the site
report-from-page = Report that came from the public page
report-edit-card = Mend the record
report-no-email = Who wrote left no e-mail: the answer stays here alone.
report-with-email = Who wrote left an e-mail: they get your answer.
report-done = Done: close the report
report-close = Close without mending
report-letter-came-subject = Report about the record “{ $card }”
report-letter-came = Somebody reports a mistake in the record “{ $card }” from its public page.
report-letter-subject = Your report about “{ $card }”
report-letter-done = Thank you: we have read your report about the record “{ $card }” and did what was needed.
report-letter-closed = Thank you: we have read your report about the record “{ $card }”. The record stays as it is.
done-report-sent = Thank you: the report has reached the office.
proposal-kind = What
proposal-kind-all = Proposals and reports
proposal-kind-proposals = Proposals only
proposal-kind-reports = Reports of mistakes only

## Vocabularies
vocabulary-title = Vocabularies
vocabulary-desk = The classifications: official ones and those of the body
vocabulary-lead = The tables by which services are classified. Beside the official ones you can keep your own: zones, projects, areas of the plan. A term is closed, never deleted; its code is never used again.
vocabulary-own = Of the body
vocabulary-own-none = The body has no tables of its own yet. Make one: terms are written by hand or imported from a sheet.
vocabulary-others = Of other bodies, and official
vocabulary-others-text = They hold here too and are not changed from here: some are kept by the body above, the official ones come with the program.
vocabulary-others-none = There are none.
vocabulary-official = Official list
vocabulary-new = New table
vocabulary-new-lead = Once it is made add its terms, by hand or from a sheet. It holds for this body and for those that belong to it.
vocabulary-name = Name
vocabulary-name-hint = For example: Social zones.
vocabulary-name-en = Name in English
vocabulary-slug = Short word
vocabulary-slug-hint = It stands before the codes, for example zone:Z1. Left empty it is made from the name. It does not change afterwards.
vocabulary-source = Source
vocabulary-source-hint = Where it comes from: an act, a site, an office.
vocabulary-version = Version
vocabulary-version-hint = A number or a date. Left empty it is 1.
vocabulary-version-day = Day of the version
vocabulary-create = Make the table
vocabulary-terms = Terms
vocabulary-owner = Kept by
vocabulary-code = Code
vocabulary-column-label = Label
vocabulary-column-label-en = Label in English
vocabulary-column-parent = Wider term
vocabulary-column-uri = Address
vocabulary-column-from = Valid from
vocabulary-column-until = Closed from
vocabulary-column-replaced = Replaced by
vocabulary-download = Download the table (CSV)
vocabulary-search = Search the terms
vocabulary-state = State
vocabulary-state-all = Open and closed
vocabulary-state-open = Open only
vocabulary-state-closed = Closed only
vocabulary-caption = { $x }: the terms, in their order
vocabulary-empty = No terms yet
vocabulary-empty-text = Add one, or import a sheet with the columns Code and Label.
vocabulary-found-none = No term with these words
vocabulary-found-none-text = Try fewer words, or look at closed terms too.
vocabulary-versions = The versions of this table
vocabulary-n-added = { $n ->
    [one] one new term
   *[other] { $n } new terms
}
vocabulary-n-changed = { $n ->
    [one] one changed
   *[other] { $n } changed
}
vocabulary-n-closed = { $n ->
    [one] one closed
   *[other] { $n } closed
}
vocabulary-closed = no longer in use
vocabulary-closed-on = Closed from { $x }
vocabulary-closes-on = Closes on { $x }
vocabulary-from = Holds from { $x }
vocabulary-replaced = { $x } in its place
vocabulary-term-new = Add a term
vocabulary-term-lead = The code can neither be changed nor used again: choose it with care.
vocabulary-code-hint = Letters, digits, hyphen, point: for example Z1.
vocabulary-parent-hint = The code of the wider term, if there is one.
vocabulary-from-hint = Leave it empty if it holds at once.
vocabulary-term-add = Add the term
vocabulary-term-code = Code { $x }
vocabulary-term-save = Save the words
vocabulary-used = { $n ->
    [0] No record of this body uses it.
    [one] One record of this body uses it.
   *[other] { $n } records of this body use it.
}
vocabulary-close = Close the term
vocabulary-close-text = Records that use it keep it, marked as no longer in use. No record can newly have it. It cannot be opened again.
vocabulary-until-hint = The first day it is no longer used. Leave it empty for today.
vocabulary-replaced-hint = The code of the term that takes its place, if there is one.
vocabulary-already-closed = This term is closed already.
vocabulary-import = Import a new version
vocabulary-import-lead = The sheet is the new version of the table. First you see what is added, changed and closed; it is saved only when you confirm, all of it or nothing.
vocabulary-import-file-hint = A .xlsx, .ods or .csv file with the columns Code and Label. Other columns: Label in English, Wider term, Address, Valid from, Closed from, Replaced by.
vocabulary-import-begin = Not sure where to begin? Begin with the table of today.
vocabulary-version-now = It is at version { $x } now.
vocabulary-whole = The sheet is complete
vocabulary-whole-hint = Open terms that the sheet does not name are closed. Untick it if the sheet has additions and corrections alone.
vocabulary-preview = Preview of the new version
vocabulary-preview-version = Version: { $x }.
vocabulary-preview-whole = Terms that the sheet does not name are closed.
vocabulary-preview-part = Terms that the sheet does not name stay as they are.
vocabulary-preview-wrong-text = While there are mistakes nothing is saved.
vocabulary-preview-nothing = The terms are already so: confirming changes the name of the version alone.
vocabulary-preview-caption = What happens to each term
vocabulary-what = What happens
vocabulary-apply = Confirm version { $x }
vocabulary-rows-added = new
vocabulary-rows-changed = changed
vocabulary-rows-closed = closed
vocabulary-rows-unchanged = already the same
vocabulary-is-added = Added
vocabulary-is-changed = Changes
vocabulary-is-closed = Closes
vocabulary-is-gone = Closes: the sheet does not name it
vocabulary-is-unchanged = Already the same
vocabulary-moved = Somebody changed the table after the preview. Look again at what would happen, and confirm.
vocabulary-too-many = These are too many terms: a table holds 20,000 at most. Split it into several tables.
vocabulary-no-columns = The sheet lacks the column of codes or that of labels. Call them Code and Label.
vocabulary-row-code = Row { $row }, column “{ $column }”: “{ $value }” is not a code. Use letters, digits, hyphen, point, 40 at most.
vocabulary-row-no-such-term = Row { $row }: there is no term “{ $value }”, neither in the sheet nor in the table. Check the code.
vocabulary-row-turns = Row { $row }: the wider terms go round in a circle, back to “{ $value }”. Change a wider term.
vocabulary-row-closed-code = Row { $row }: the code “{ $value }” belongs to a closed term and cannot be used again. Use a new code, or leave the term closed with its day in the column Closed from.
vocabulary-row-unknown = Row { $row }: the term “{ $value }” is not in the tables of the body. Check table and code, or first add it among the vocabularies.
vocabulary-row-closed = Row { $row }: the term “{ $value }” is not in use and cannot be given to this record. Choose another.
vocabulary-form-unknown = A term is not in the tables of the body. Check table and code.
vocabulary-form-closed = A term is no longer in use, or not yet: it cannot be given to this record.
vocabulary-form-no-word = Write at least a letter or a digit.
vocabulary-form-word-taken = This word belongs to another table: choose another.
vocabulary-form-code = Use letters, digits, hyphen, point, 40 at most.
vocabulary-form-code-used = This code was used already, perhaps by a closed term. Codes are not used again: choose another.
vocabulary-form-no-such-term = There is no open term with this code.
vocabulary-form-turns = This term would stand above itself: choose another wider term.
vocabulary-edit-none = The body has no tables of its own yet.
vocabulary-edit-large = The table is large: write the codes below.
vocabulary-edit-rest = Other terms
done-vocabulary-created = Table made: now add its terms.
done-vocabulary-term = Term added.
done-vocabulary-mended = Saved.
done-vocabulary-closed = Done: no record can newly have it.
done-vocabulary-version = Done: the new version is in use.
done-vocabulary-abandoned = Done: the sheet was thrown away, the table stayed as it was.
open-tables = Tables of the body
open-tables-text = The classifications of the body and of the bodies above it: they say what the codes of the column local_terms mean.

# Other sources: directories of other bodies, pages of sites, graphs
profile-source-too-large = Once opened, the file is larger than { $n } MB. Split it and upload the parts one after the other.
profile-source-encoding = The file is not written in UTF-8, as JSON and RDF ask. Save it or ask for it in UTF-8 and upload it again.
profile-source-too-deep = The file has too many parts inside one another: it is no list of services. Nothing was read.
profile-source-too-many = The file has more than { $n } parts, services or statements. Split it and upload the parts one after the other.
profile-source-json = The file looks like JSON but is incomplete or has a mistake. Download it again from where it comes and retry.
profile-source-graph = The file looks like RDF (Turtle, JSON-LD or RDF/XML) but is incomplete or has a mistake. Download it again from where it comes and retry.
profile-source-outside = The file refers to content that lies elsewhere: XML entities or a context to be fetched. For safety it is not read: ask for a complete copy.
profile-source-no-service = The file can be read but holds no services. Services are read from HSDS 3.0 in JSON and from CPSV-AP in RDF.
profile-source-no-service-on-page = The page can be read but lacks the data of a service: neither the marks of the model of municipal sites nor a GovernmentService. The page of one service is needed.
profile-source-only-services = This file holds services. Choose "Services" and upload it again.
profile-source-archive = The ZIP archive is damaged, incomplete or locked with a password. Make it anew and upload it again.

## Import from an address
profile-fetch-title = From an address
profile-fetch-lead = Write where the page of a service is, or another body’s directory (HSDS), or an RDF file. The program fetches it and shows you what would change.
profile-fetch-address = Address
profile-fetch-address-hint = It begins with https:// and must be open to everybody, for example https://www.comune.esempio.it/servizi/pasti-a-domicilio
profile-fetch-go = Fetch it
profile-fetch-waiting = Waiting
profile-fetch-fetching = Being read
profile-fetch-done = Read
profile-fetch-failed = Not read
profile-fetch-preview = See what would change
profile-fetch-look = See whether it is ready
profile-fetch-forget = Remove
profile-fetch-not-an-address = This is not an address. Copy it from the browser: it begins with https:// and holds no name and password.
profile-fetch-no-such-host = The site of this address does not exist or cannot be found. Check the spelling.
profile-fetch-not-public = This address leads into a private network, not onto the internet: for safety it is not read. Download the file and upload it.
profile-fetch-too-many-redirects = The address leads to others more than { $n } times. Open it in the browser and copy the address you arrive at.
profile-fetch-unprotected = The address is protected (https) but leads to one that is not (http): for safety it is not read. Download the file and upload it.
profile-fetch-status = The site said no (code { $n }). Open the address in the browser: if you see it there, download the file and upload it.
profile-fetch-too-large = What is at the address is larger than { $n } MB. Download it, split it and upload the parts.
profile-fetch-too-slow = The site did not answer in full within { $n } seconds. Try again later, or download the file and upload it.
profile-fetch-no-connection = The site does not answer, or its certificate is not valid. Try again later, or download the file and upload it.
profile-fetch-compressed = The site sends the file compressed in a way that cannot be read. Download it and upload it.
profile-fetch-interrupted = Reading was interrupted several times. Ask for the address again, or download the file and upload it.
profile-fetch-too-many = { $n } addresses are waiting already. Wait until they are read, or remove some.
done-address-asked = Done: the address will be read soon. Reload the page to see whether it is ready.
done-address-forgotten = Done: the address is gone.
