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

workday-field-required = This field is needed: fill it in.
workday-field-slug = Use lower-case letters without accents, digits and dashes.
workday-field-code = Use at most 20 letters without accents, digits and dashes.
workday-field-negative = The amount cannot be negative.
workday-field-level = Choose 0 (the room’s code) or 1 (personal code).

workday-idea-not-admitted = The idea “{ $title }” is not among those admitted to the vote. Take it off the project, or have it admitted before you freeze the rules.
workday-idea-elsewhere = The idea “{ $title }” is already being voted in another day. Wait until it ends, or take it off the project.
workday-field-reserved = This word already belongs to another page: write a different one.

## menu and desk
nav-days = Working days
desk-days = Working days
desk-days-text = Prepare projects, open and close the vote, count the ballots and publish the result.

## done
done-day-created = The day is there. Now add its projects.
done-day-saved = Changes saved.
done-day-project-added = Project added.
done-day-project-saved = Project saved.
done-day-project-removed = Project taken off the day.
done-day-frozen = Rules frozen: the day is public and people can join.
done-day-opened = The vote is open.
done-day-closed = The vote is closed. Now count the ballots.
done-day-counted = Ballots counted. Check the result, then publish it.
done-day-published = The result is public. Those who proposed the ideas know how it went.
done-day-annulled = The day is annulled and the reason is public.
done-day-joined = You are in: this telephone can now vote.
done-day-left = Done: this telephone no longer remembers who voted. Ballots already sent stay.

## list
day-list-title = Working days
day-list-lead = The days on which people choose together what to do with the money there is.
day-list-count = { $n ->
    [one] One day
   *[other] { $n } days
}
day-list-empty = No working day yet
day-list-empty-text = When one is set, you will find here when, where and how to take part.
day-list-next = Coming
day-list-past = Past

## day
day-when = When
day-where = Where
day-budget = Money to decide on together
day-ballots = ballots received
day-ballots-fact = Ballots received
day-present-fact = People who joined
day-present = people who joined
day-come = How to come
day-access = Times and how to take part
day-projects = The projects
day-projects-lead = These are the projects to choose from, with what they cost.
day-project-from = It comes from:
day-costs = Costs
day-chosen = Chosen
day-not-chosen = Not chosen
day-how-title = How decisions are taken
day-seal-title = The rules are sealed: how to check them
day-seal-text = Projects, costs, money and rules are fixed before the vote. The fingerprint below would change if anybody touched a single digit; it is checked again when ballots are counted.
day-rules-hash = Fingerprint of the rules
day-tie-order = Order that settles ties
day-annulled-because = The day was annulled. This is why
day-act-vote = Vote
day-act-vote-title = The vote is open
day-act-vote-text = You need the code shown in the room, or the one you were given at the entrance.
day-act-join = Join with the code
day-act-join-title = Get your telephone ready
day-act-join-text = You can join already. When the vote opens, the ballot appears by itself.
day-act-results = See the result
day-act-results-title = This is what was chosen
day-act-results-text = The chosen projects, why yes and why not, and how to count again.

day-now-prepared = The day is being prepared: only those who prepare it see it.
day-now-rules-frozen = Projects and rules are fixed. The vote is not open yet.
day-now-open = The vote is open now.
day-now-closed = The vote is closed. Ballots are being counted.
day-now-counted = The ballots are counted. The result is about to be published.
day-now-published = The result is public.
day-now-annulled = The day does not count: it was annulled.

day-how-voters-room = Those in the room vote, with the code shown on the screen.
day-how-voters-personal = Those vote who received a personal code at the entrance: one code, one ballot.
day-how-ballot = Everybody approves all the projects they would like to see done. While the vote is open you can change your mind: the last ballot counts.
day-how-equal-shares = The money ({ $budget }) is split into equal parts among the voters: with 100 voters, { $share } each. A project passes when those who approve it can pay for it by putting their parts together. So even a small group can get something.
day-how-add-one-utilitarian = If money is left, the parts grow a little at a time while it lasts; what still remains goes to the projects with most votes.
day-how-add-one = If money is left, the parts grow a little at a time while it lasts. The rest is not spent.
day-how-utilitarian = If money is left, it goes to the projects with most votes among those that fit.
day-how-none = If money is left, it is put aside.
day-how-greedy = We begin with the project with most votes and go on while the money lasts ({ $budget }). A project that no longer fits is skipped.
day-how-tie-cost = In a tie, the project that costs less passes, then the one with more votes.
day-how-tie-votes = In a tie, the project with more votes passes, then the one that costs less.
day-how-tie-order = In a tie, the published order decides.
day-how-order-drawn = If the tie remains, an order drawn by lot when the rules are frozen, before the vote, decides.
day-how-order-code = If the tie remains, the order of the projects’ codes decides.
day-how-order-listed = If the tie remains, the order in which the projects are listed decides.
day-how-both = Beside it we always show what the other rule would have chosen, and we publish the ballots without names so that anybody can count them again.

## vote
day-join-title = Join and vote
day-join = Join
day-join-code = Your code
day-join-code-hint-room = The letters and digits you see on the screen in the room. Capitals and spaces do not matter.
day-join-code-hint-personal = It is written on the slip you were given at the entrance. Capitals and spaces do not matter.
day-join-code-hint-any = The letters and digits on the screen of the room, or on the slip you were given. Capitals and spaces do not matter.
day-join-any = The code leads to the right day.
day-join-open = The vote is open: as soon as you join you find the ballot.
day-join-early = The vote is not open yet: join, and the ballot will appear by itself.
day-secret-title = Is the vote secret?
day-secret-text = Yes. We ask for no name and no account. The ballot belongs to a random number that stays on this telephone: nobody can tell what you chose, not even those who run the program from these pages.
day-too-many-codes = { $n ->
    [one] Too many wrong codes from this network. Wait a second and try again.
   *[other] Too many wrong codes from this network. Wait { $n } seconds and try again.
}
day-ballot-title = Your ballot
day-ballot-lead = Mark all the projects you would like to see done, then send.
day-ballot-lead-changing = Your ballot has already arrived. If you change anything, the new one counts.
day-ballot-legend = What would you like to see done?
day-ballot-hint = Mark as many as you like, even if together they cost more than { $x }: the rule takes care of the sums.
day-ballot-send = Send the ballot
day-ballot-change = Send the changed ballot
day-live-on = Connected
day-live-off = Connecting…
day-live-changed = The day has moved on.
day-live-reload = Reload the page
day-wait-title = Nearly there
day-wait-text = You are in. Stay on this page: the ballot appears as soon as the vote opens.
day-wait-reload = Check now
day-wait-projects = See the projects
day-wait-closed-title = The vote is closed
day-wait-closed = No more ballots are taken. The result will be published here.
day-wait-closed-voted = Your ballot is among those received. The result will be published here.
day-wait-published-title = The result is public
day-wait-published = The ballots have been counted.
day-wait-annulled-title = Day annulled
day-see-receipt = Your receipt
day-back = Back to the day
day-leave = Let another person vote
day-shared-title = One telephone for two?
day-shared-text = Pass it on: your ballot stays, and whoever votes after you cannot see what you chose. One person, one ballot.
day-receipt-title = Done, your ballot has arrived
day-receipt-lead = It is recorded and it counts. Keep this code: it is your receipt.
day-receipt-label = Your receipt
day-receipt-hint = Take a picture or copy it. It says that the ballot is there, not what you chose.
day-receipt-open = While the vote is open you can change your mind: the new ballot takes the place of this one and will have another receipt.
day-receipt-change = Change the ballot
day-receipt-closed = With the receipt you can check at any time that your ballot is among those counted.
day-check-title = Check your receipt
day-check-lead = Write the code you were given after voting: we tell you whether your ballot is among those that count.
day-check-label = Receipt
day-check-hint = Ten letters and digits. Capitals and spaces do not matter.
day-check = Check
day-check-empty = Write the code of the receipt: ten letters and digits.
day-check-yes = The ballot is there
day-check-yes-text = The ballot with this receipt is among those that count.
day-check-no = No ballot that counts has this receipt
day-check-no-text = Check letters and digits. If you sent more than one ballot, only the last receipt is good.

## results
day-results-title = Result of the vote
day-results-lead = { $n ->
    [one] One project was chosen.
   *[other] { $n } projects were chosen.
}
day-results-lead-none = No project was chosen.
day-no-results = There is no result yet
day-no-results-text = It will be on this page as soon as the ballots are counted and the result is published.
day-preview-title = Not public yet
day-preview-text = You see this page because you run or check the day. State: { $x }.
day-stat-chosen = projects chosen
day-stat-ballots = ballots counted
day-stat-spent = spent of { $x }
day-stat-without = voters with none of their projects
day-chosen-title = The chosen projects
day-why-title = Why yes, why not
day-why-lead = The rule that decides is: { $x }. For each project, how many people approved it and the reason.
day-result-votes = { $n ->
    [0] No approval out of { $of } ballots · costs { $cost }.
    [one] One approval out of { $of } ballots · costs { $cost }.
   *[other] { $n } approvals out of { $of } ballots · costs { $cost }.
}
day-rule-equal-shares = Equal shares
day-rule-greedy = Most votes first
day-decides = decides
day-compare-title = The two rules compared
day-compare-differs = The two rules do not choose the same things: the table shows where they differ.
day-compare-same = The two rules choose the same projects.
day-compare-caption = Projects chosen by each rule
day-project = Project
day-cost = Cost
day-approvals = Approvals
day-yes = Yes
day-no = No
day-different = different
day-other-why = What the other rule ({ $x }) would have done and why
day-money-title = How the money was used
day-money-caption = The projects in the order in which they were chosen
day-money-none = Nothing was spent.
day-money-left = { $x } is left.
day-round = Round
day-left = Left
day-ties-title = Ties met
day-ties-none = None: the rule always decided by itself.
day-tie-by-cost = In round { $round } these were tied: { $tied }. “{ $winner }” passed: it costs less.
day-tie-by-votes = In round { $round } these were tied: { $tied }. “{ $winner }” passed: it has more votes.
day-tie-by-order = In round { $round } these were tied: { $tied }. The order published before the vote decided: “{ $winner }” passed.
day-part-title = Who took part
day-part-present = { $n ->
    [one] One person joined with a code.
   *[other] { $n } people joined with a code.
}
day-part-ballots = { $n ->
    [0] No ballot was received.
    [one] One ballot was received.
   *[other] { $n } ballots were received.
}
day-part-without = { $n ->
    [0] Everybody has at least one chosen project among those they approved.
    [one] One person has no chosen project among those they approved.
   *[other] { $n } people have no chosen project among those they approved.
}
day-part-empty = { $n ->
    [0] No ballot was blank.
    [one] One ballot was blank.
   *[other] { $n } ballots were blank.
}
day-part-levels = With the room’s code: { $room }. With a personal code: { $personal }.
day-verify-title = Check it yourself
day-verify-text = Here are the ballots without names, one a row, shuffled: with the same file and the same rules anybody gets the same result.
day-file-pb = Ballots to count again (.pb)
day-file-json = The same as JSON
day-hashes-title = Fingerprints and date of the count
day-counted-at = Counted on
day-record-hash = Fingerprint of the record of the count
day-ballots-hash = Fingerprint of rules and ballots

day-why-chosen-by-votes = { $n ->
    [one] Chosen: one person approved it and, at its turn, the money was enough.
   *[other] Chosen: { $n } people approved it and, at its turn, the money was enough.
}
day-why-chosen-free = Chosen: it costs nothing and somebody approved it.
day-why-chosen-shares = Chosen: those who approved it paid for it with their own parts, at most { $most } each.
day-why-chosen-completion = Chosen with the money left over: the parts of those who approved it were { $short } short, but it had more votes than the others that fitted.
day-why-no-support = Not chosen: nobody approved it.
day-why-money-short = Not chosen: it costs { $cost } and those who approved it had { $held } left in all. It was { $short } short.
day-why-does-not-fit = Not chosen: it costs { $cost } and, at its turn, { $left } was left. It was { $short } short.
day-why-shares-do-not-fit = Not chosen: the parts of those who approved it were { $short } short, and the money left over ({ $left }) was less than its cost ({ $cost }).
day-why-change = it would have been chosen if it cost { $less } less.
day-why-change-votes = { $n ->
    [one] it would have been chosen if it cost { $less } less, or with one more approval.
   *[other] it would have been chosen if it cost { $less } less, or with { $n } more approvals.
}
day-idea-not-chosen = Your idea was in the project “{ $project }”, voted on the day “{ $day }”. { $why }
day-idea-annulled = The day “{ $day }”, on which this idea was being voted, was annulled: { $why }

## screen
day-screen-title = Screen of the room
day-screen-join = Join with your telephone
day-screen-address = Point your camera at the square, or write:
day-screen-personal = Use the personal code you were given at the entrance.
day-screen-code = Code of the room
day-screen-open = Vote now
day-screen-closed = The vote is closed
day-screen-closed-text = Now we count the ballots.
day-screen-chosen = This is what we chose
day-screen-link = Open the screen of the room
day-qr-label = Square code to vote with the camera
day-qr-text = Point your camera here to vote

## console
day-desk-lead = Each day is prepared, frozen, voted, counted and published: one step at a time.
day-desk-lead-checker = The days whose ballots are counted: check the result and download the ballots to count again.
day-desk-empty = No working day yet
day-desk-empty-text = Make one: a title, the date and the place are enough. The rest can follow.
day-desk-none-counted = Nothing to check yet
day-desk-none-counted-text = When the ballots of a day are counted, you will find it here.
day-new = New day
day-new-title = New day
day-edit-title = Change the day
day-next-step = Next step
day-before-freezing = Before the rules are frozen
day-freeze = Freeze the rules
day-freeze-title = Freeze the rules
day-freeze-text = Projects, costs, money and rules are sealed with a fingerprint. The day becomes public and people can join with the code.
day-freeze-warning = After this nothing can change, not even a comma. If you find a mistake you can only annul the day, with a public reason. Those who proposed the ideas are told that they are being voted.
day-open = Open the vote
day-open-title = Open the vote
day-open-text = From this moment ballots arrive and count. Those who have joined see the ballot appear.
day-open-warning = The vote opens only once.
day-close = Close the vote
day-close-title = Close the vote
day-close-text = From this moment no more ballots are taken. Those received so far count.
day-close-warning = A closed vote cannot be opened again. Ask the room whether anybody is still voting.
day-count = Count the ballots
day-count-title = Count the ballots
day-count-text = The ballots are counted by both rules. You and the guarantors see the result: it is not public yet.
day-count-warning = Ballots are counted once, and the record of the count is kept with its fingerprint.
day-publish = Publish the result
day-publish-title = Publish the result
day-publish-text = Everybody sees the chosen projects, the reasons and the ballots without names, to count again.
day-publish-warning = A published result cannot be withdrawn. Those who proposed the ideas are told how it went and why.
day-annul = Annul the day
day-annul-title = Annul the day
day-annul-text = The day no longer counts. What happened stays on record, and the ideas can be voted on another day.
day-annul-warning = An annulled day cannot be taken up again. The reason you write will be public.
day-annul-reason = Why do you annul it?
day-annul-reason-hint = Write it as you would tell the people in the room.
day-cannot-undo = There is no going back
day-not-now = Not now
day-back-console = Back to the day
day-back-desk = Back to the days
day-done-kicker = Done
day-done-text = The day is over. The chosen projects can become actions of the Agenda.
day-enter-title = How to join
day-room-code-hint = Show it in the room only: whoever knows it can vote.
day-line-title = Where we are
day-no-projects = No project yet
day-no-projects-text = Begin with the admitted ideas below, or write a project from scratch.
day-projects-count = { $n ->
    [one] One project to vote on
   *[other] { $n } projects to vote on
}
day-code = Code
day-ideas = Ideas
day-no-idea = written by hand
day-do = Actions
day-edit = Change
day-remove = Remove the project
day-total = All together
day-cost-missing = missing
day-project-new = Write a project
day-admitted-title = Admitted ideas, not yet in a project
day-admitted-none = No admitted idea waits for a project.
day-admitted-text = Mark an idea to make a project of it. If several ideas say the same, mark them together: they become one project and all of them will know.
day-idea-read = read the idea
day-make-project = Make a project of the marked ideas
day-rules-title = Rules
day-budget-none = still to be written
day-path = Path
day-preview-link = See the result and check it
day-public-page = Public page

## forms
day-form-lead = You can change everything until you freeze the rules.
day-form-no-path = A path is needed first
day-form-no-path-text = A day belongs to a participatory path. Make one, then come back here.
day-choose = Choose
day-title = Title
day-title-hint = For example: How do we use 185,000 euro for older people?
day-where-hint = Name of the place and its address.
day-access-hint = One line for each thing: at what time, how to get in without steps, sign-language interpreter, room for children, whom to call.
day-budget-hint = You can write it later, but it is needed before the rules are frozen.
day-rules-lead = The choices already marked are nearly always right.
day-level = Who may vote
day-level-room = Those in the room
day-level-room-hint = One code for all, shown on the screen. Simple, but whoever wants to can vote twice.
day-level-personal = Those with a personal code
day-level-personal-hint = A slip with a code of its own for each person: one code, one ballot.
day-official = The rule that decides
day-official-hint = The other one is shown beside it, to compare.
day-rule-equal-shares-hint = The money is split into equal parts among the voters. Even a small group can get a project.
day-rule-greedy-hint = The projects with most votes are funded while the money lasts. A compact majority may take all.
day-details-title = Details: money left over, ties, address
day-completion = If money is left (equal shares only)
day-completion-hint = With equal shares something is nearly always left.
day-completion-add-one-utilitarian = The parts grow a little, then most votes first
day-completion-add-one = The parts grow a little
day-completion-utilitarian = Most votes first
day-completion-none = It is put aside
day-tie-rule = In a tie
day-tie-rule-cost = Least cost, then most votes
day-tie-rule-votes = Most votes, then least cost
day-tie-rule-order = The published order alone
day-tie-order-hint = It decides when nothing else tells two projects apart.
day-tie-order-drawn = Drawn by lot when the rules are frozen
day-tie-order-code = By project code
day-tie-order-listed = As they are listed
day-slug = Word in the address
day-slug-hint = Leave it empty: we make it from the title.
day-create = Make the day
day-save = Save
day-project-new-title = New project
day-project-edit-title = Change the project
day-project-lead = Write it as voters will read it, on a telephone.
day-project-title = Title
day-project-summary = What is done
day-project-summary-hint = A few lines: for whom, where, what changes.
day-cost-hint = What it costs in all, in euro.
day-code-hint = Short, like P1. It is used in the files to count again.
day-area = Who it is for
day-area-none = For everybody
day-project-ideas = Which ideas it comes from
day-project-ideas-hint = Those who proposed them will know that they are being voted and how it went.
day-project-add = Add the project
day-idea-used = it is already in the project { $x }

## personal codes
day-codes-title = Personal codes
day-codes-lead = One slip for each person: cut it out and hand it over at the entrance.
day-codes-not-now = Codes are made after the rules are frozen and before the vote closes.
day-codes-optional = On this day the room’s code is enough. Personal codes work as well, for those who should vote only once.
day-codes-how-many = How many codes?
day-codes-how-many-hint = At most 500 at a time. Make a few more than the people expected.
day-codes-make = Make the codes and show them
day-sheet-title = Slips to cut out
day-sheet-lead = { $n ->
    [one] One code, for one person.
   *[other] { $n } codes, one a person.
}
day-sheet-once = Print now
day-sheet-once-text = The codes are shown this once: the program keeps only their fingerprint. If you close the page without printing, make others.
day-slip-text = One code, one ballot. Give it to nobody.
