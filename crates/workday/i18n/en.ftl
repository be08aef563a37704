workday-state-prepared = Being prepared
workday-state-rules-frozen = Rules frozen
workday-state-open = Vote open
workday-state-closed = Vote closed
workday-state-counted = Ballots counted
workday-state-published = Result published
workday-state-annulled = Annulled

workday-day-not-found = There is no such working day. Check the address or go back to the list of days.
workday-project-not-found = This project is no longer in the day. Reload the page to see the present list.
workday-slug-taken = There is already a day with the address “{ $slug }”. Write another one.
workday-code-taken = There is already a project with the code { $code }. Give it another one.
workday-cannot-edit = The rules are frozen: the day and its projects can no longer change. If something is wrong, annul the day with a reason and prepare another one.
workday-cannot-freeze = Rules are frozen once, while the day is being prepared.
workday-cannot-open = The vote opens once, after the rules are frozen. Freeze the rules first.
workday-cannot-close = Only an open vote can be closed.
workday-cannot-count = Ballots are counted once, after the vote is closed. Close the vote first.
workday-cannot-publish = The result is published once, after the ballots are counted. Count the ballots first.
workday-cannot-annul = This day is already annulled.
workday-no-project = There is no project to vote on. Add at least one, then freeze the rules.
workday-budget-missing = The budget is missing. Write how many euro can be spent, then freeze the rules.
workday-cost-missing = The project { $code } has no cost. Write a cost above zero, then freeze the rules.
workday-reason-missing = Write why you annul the day: the reason will be public.
workday-wrong-code = This code opens no vote. Check letters and numbers, or ask whoever runs the day.
workday-personal-code-needed = This vote needs your personal code. Ask for it at the entrance.
workday-unknown-voter = We no longer recognise you. Join again with the code.
workday-not-open-yet = The vote is not open yet. Stay on this page: it opens soon.
workday-vote-closed = The vote is closed: this ballot was not recorded. The last one you sent before the closing counts.
workday-day-annulled = This day was annulled. The reason is written on its page.
workday-not-on-ballot = The project { $code } is not put to the vote. Reload the page and choose again.
workday-submission-reused = This ballot had already arrived with other choices. Reload the page, check your choices and send it again.
workday-rules-changed = The rules on record are no longer those frozen before the vote. Do not count: tell the guarantee committee.
workday-no-result = There is no result yet. It will be here once the ballots are counted and the result is published.
workday-invalid = { $n ->
    [one] One field needs mending.
   *[other] { $n } fields need mending.
}
workday-count-failed = The count was not possible. No ballot was lost: try again, and if it happens again tell whoever looks after the program.
workday-store-failed = Something went wrong and nothing was saved. Try again shortly.

workday-field-required = This field is needed: write something.
workday-field-slug = Use lower-case letters without accents, digits and dashes.
workday-field-code = Use at most 20 letters without accents, digits and dashes.
workday-field-negative = The amount cannot be negative.
workday-field-level = Choose 0 (the room's code) or 1 (personal code).
