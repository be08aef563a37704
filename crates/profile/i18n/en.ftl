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
