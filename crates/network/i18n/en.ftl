## network
network-title = Who does what, near you
network-lead = Municipalities and unions that make their Local Social Agenda together with people.
network-search = What are you looking for?
network-bodies = Local bodies
network-empty = There is no body yet
network-empty-text = The first one is added from the command line: the help page says how.
search-lead = Services, ideas and actions of all bodies, and bodies by name.
search-count = { $n ->
    [one] One result
   *[other] { $n } results
}
search-empty = We found nothing
search-empty-text = Try a single word, or a more common one.
search-needs = Say it to a body in your own words: it leads you to who can help.

## body
body-home-title = What is happening here
body-home-members = Municipalities

network-none-begun = No body has begun yet.
network-quiet = Bodies that have not begun yet
network-numbers = The network in numbers
network-results = Latest results
network-result-day = Results of a working day
network-result-agenda = Agenda published
network-services = { $n ->
    [one] { $n } service
   *[other] { $n } services
}
network-ideas = { $n ->
    [one] { $n } idea
   *[other] { $n } ideas
}
network-actions = { $n ->
    [one] { $n } action
   *[other] { $n } actions
}
network-number-bodies = { $n ->
    [one] body at work
   *[other] bodies at work
}
network-number-services = { $n ->
    [one] service in the profile
   *[other] services in the profile
}
network-number-ideas = { $n ->
    [one] idea collected
   *[other] ideas collected
}
network-number-ballots = { $n ->
    [one] ballot handed in
   *[other] ballots handed in
}
network-number-actions = { $n ->
    [one] action promised
   *[other] actions promised
}
search-kind-path = Path
search-kind-day = Working day

body-path = The path: { $x }
body-phase-none = Here the path has not begun yet.
body-phase-knowledge = We are looking at what is there already: the services and the data of our towns.
body-phase-listening = We are listening: tell us a need or an idea.
body-phase-review = The listening is over: we are reading the ideas, one by one.
body-phase-decision = It is time to decide together what to do.
body-phase-agenda = The Agenda is decided: here is what we will do, for whom and by when.
body-phase-monitoring = The Agenda is under way: here you see whether we keep our promises.
body-phase-closed = The path is over: here stays all that was said and decided.
body-phase-suspended = The path is paused for now: when it goes on we will say so here.
body-act-vote = Vote
body-act-vote-text = The vote is open: you need the day’s code, not an account.
body-act-idea = Tell an idea
body-act-idea-title = What do you need? What would you improve?
body-act-idea-text = It takes two minutes and no account. We answer everybody.
body-act-follow = See how far we are
body-act-follow-title = Are we keeping our promises?
body-act-follow-text = For each action of the Agenda: what was done and what is late.
body-act-profile = Discover the services
body-act-profile-title = What is there already?
body-act-profile-text = The social services of the area: whom they are for and how to ask for them.
body-act-code = Follow your idea with its code
body-next = The next date
body-agenda = The Agenda
body-agenda-more = How far we are
body-agenda-actions = { $n ->
    [one] One action under way
   *[other] Mean progress of { $n } actions
}
body-answers = The latest answers
body-numbers = What there is, in numbers
