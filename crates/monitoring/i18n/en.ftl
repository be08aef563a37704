monitoring-status-late-data = Late figure
monitoring-status-no-data = Missing figure
monitoring-status-behind = Behind what was expected
monitoring-status-on-track = As expected
monitoring-status-reached = Reached
monitoring-field-day = Write which day the reading is of, for example 31/12/2026.
monitoring-field-day-future = The day is in the future: a reading is always of today or before.
monitoring-field-day-before-start = The day is before that of the starting value. Check it.
monitoring-field-value = Write the value, or numerator and denominator.
monitoring-field-value-size = The number is too large. Check it.
monitoring-field-value-ratio = The value does not match numerator and denominator. Mend one of them, or leave the value empty: we compute it.
monitoring-field-numerator = Write the numerator as well, or remove the denominator.
monitoring-field-denominator = Write the denominator as well, or remove the numerator.
monitoring-field-denominator-zero = The denominator must be above zero.
monitoring-error-invalid = Some fields need mending: beside each you find what to do.
monitoring-error-not-found = This reading is not there. Go back to the list.
monitoring-error-day-taken = This day has a reading already: if it is wrong, correct that one.
monitoring-error-already-corrected = This reading was corrected already: correct the newer one.
monitoring-error-reason = Write why you correct the reading: readers have a right to know.
monitoring-error-store = Something did not work and nothing was saved. Try again in a moment.

## pages
nav-monitoring = Where we stand
monitoring-desk-name = Readings
monitoring-desk-text = Write today’s numbers down and correct the wrong ones.
monitoring-desk-lead = The numbers to read, late ones first.
monitoring-desk-none = Nothing to measure yet
monitoring-desk-none-text = Readings begin when the Agenda is published, with its indicators.
monitoring-desk-caption = Indicators of the published Agenda
monitoring-late-n = { $n ->
    [one] { $n } reading is late
   *[other] { $n } readings are late
  }
monitoring-late-text = Until the number comes, readers see that it is missing. You find them at the top.
monitoring-late-none = No reading is late.
monitoring-when = When it is due
monitoring-agenda-lead = What will change, by when, and how it will show.
monitoring-see-now = See what is going on now
monitoring-where = Where we stand
monitoring-mean = How far, on average
monitoring-anybody = Everybody
monitoring-anywhere = The whole territory
monitoring-actions-n = { $n ->
    [0] No action
    [one] { $n } action
   *[other] { $n } actions
  }
monitoring-actions-none = No action with these filters
monitoring-actions-none-text = Try for everybody, or in the whole territory.
monitoring-actions-all = See all actions
monitoring-term-empty = No action in this term.
monitoring-term-short = Short term
monitoring-term-medium = Medium term
monitoring-term-beyond = Beyond three years
monitoring-dates = The actions with their dates
monitoring-download = Download
monitoring-download-pdf = The Agenda as accessible PDF
monitoring-download-actions = The actions:
monitoring-download-indicators = The indicators:
monitoring-indicators = Indicators
monitoring-action-old = This action is no longer in the Agenda in force
monitoring-thread = Where it comes from and where it got
monitoring-what-is-it = What it measures and how
monitoring-whole-agenda = Read the whole Agenda
monitoring-readings-of = Readings of “{ $x }”
monitoring-day = Day
monitoring-value = Value
monitoring-evidence = Where it comes from
monitoring-notes = Notes
monitoring-recorded = Written
monitoring-latest = Latest reading
monitoring-target = Expected value
monitoring-how-far = How far
monitoring-lead = Are we doing what we promised? You see it here, also when it does not go well.
monitoring-none = There is no promise to follow yet
monitoring-none-text = When the Agenda is published, you will see here action by action whether it is being done.
monitoring-today = Today, { $x }
monitoring-no-indicators = The Agenda has no indicators yet.
monitoring-sentence = { $n ->
    [one] One indicator: { $parts }.
   *[other] { $n } indicators: { $parts }.
  }
monitoring-count-late = { $n ->
    [one] { $n } with late data
   *[other] { $n } with late data
  }
monitoring-count-no-data = { $n ->
    [one] { $n } without data
   *[other] { $n } without data
  }
monitoring-count-behind = { $n ->
    [one] { $n } behind
   *[other] { $n } behind
  }
monitoring-count-on-track = { $n ->
    [one] { $n } on track
   *[other] { $n } on track
  }
monitoring-count-reached = { $n ->
    [one] { $n } reached
   *[other] { $n } reached
  }
monitoring-counts = The indicators, by how they stand
monitoring-counts-text = Missing data is never counted as good.
monitoring-one-by-one = Action by action
monitoring-order = Those with a late or missing number come first.
monitoring-progress = { $done } % of the way from the starting value to the expected one; { $asked } % was foreseen by that day.
monitoring-no-reading = No reading yet.
monitoring-no-readings = No reading yet
monitoring-no-readings-text = The first will appear here with its day and source.
monitoring-due = Next reading by { $x }.
monitoring-overdue = { $n ->
    [one] It was due by { $day }: { $n } day late.
   *[other] It was due by { $day }: { $n } days late.
  }
monitoring-caption = { $status }. Latest reading: { $latest }. Expected: { $target }.
monitoring-ratio = { $n } out of { $d }
monitoring-of-action = It is part of
monitoring-see-action = See the action
monitoring-history = All readings, corrected ones as well
monitoring-corrected = corrected
monitoring-corrects = Correction: { $x }
monitoring-provisional = to be validated
monitoring-validate = Validate or correct
monitoring-correct = Correct
monitoring-new = New reading
monitoring-record = Record the reading
monitoring-no-entry = This indicator takes no readings now: it is closed, or something is missing to measure it.
monitoring-expected = The foreseen path and the real one
monitoring-f-day = Of which day
monitoring-f-day-hint = The day the number is of, not the day you write it.
monitoring-f-value = Value
monitoring-f-value-hint = The number alone, for example 4.875 or 12,5.
monitoring-f-ratio = Is it a ratio? Write the two numbers and we compute it
monitoring-f-numerator = Numerator
monitoring-f-numerator-hint = For example: requests that came online.
monitoring-f-denominator = Denominator
monitoring-f-denominator-hint = For example: all requests.
monitoring-f-evidence = Where it comes from
monitoring-f-evidence-hint = The register, the questionnaire, the address. If empty, the indicator’s source is used.
monitoring-f-comment = Note
monitoring-f-comment-hint = What readers of the number should know.
monitoring-f-provisional = It is provisional
monitoring-f-provisional-hint = It will neither be public nor count until you validate it.
monitoring-f-reason = Why you correct it
monitoring-f-reason-hint = Everybody reads it, beside the number.
monitoring-correction = Correct a reading
monitoring-correction-lead = The wrong reading stays readable: the new one takes its place, with the reason.
monitoring-correction-old = The present one
monitoring-correct-save = Save the correction
done-monitoring-recorded = Reading recorded.
done-monitoring-corrected = Reading corrected: the one before stays readable.
monitoring-progress-short = { $done } %; { $asked } % foreseen
monitoring-one-by-one-caption = All indicators, below their action
