## network
network-title = Chi fa che cosa, vicino a te
network-lead = Comuni e unioni che fanno la loro Agenda Sociale Locale insieme alle persone.
network-search = Che cosa cerchi?
network-bodies = Gli enti
network-empty = Non c’è ancora nessun ente
network-empty-text = Il primo si aggiunge dalla riga di comando: la guida dice come.
search-lead = Servizi, idee e azioni di tutti gli enti, e gli enti per nome.
search-count = { $n ->
    [one] Un risultato
   *[other] { $n } risultati
}
search-empty = Non abbiamo trovato niente
search-empty-text = Prova con una parola sola, o con una più comune.
search-needs = Dillo a un ente con parole tue: ti porta da chi ti può aiutare.

## body
body-home-title = Che cosa succede qui
body-home-members = I comuni

network-none-begun = Nessun ente ha ancora cominciato.
network-quiet = Gli enti che non hanno ancora cominciato
network-numbers = I numeri della rete
network-results = Ultimi risultati
network-result-day = Risultati di una giornata
network-result-agenda = Agenda pubblicata
network-services = { $n ->
    [one] { $n } servizio
   *[other] { $n } servizi
}
network-ideas = { $n ->
    [one] { $n } idea
   *[other] { $n } idee
}
network-actions = { $n ->
    [one] { $n } azione
   *[other] { $n } azioni
}
network-number-bodies = { $n ->
    [one] ente al lavoro
   *[other] enti al lavoro
}
network-number-services = { $n ->
    [one] servizio nel profilo
   *[other] servizi nel profilo
}
network-number-ideas = { $n ->
    [one] idea raccolta
   *[other] idee raccolte
}
network-number-ballots = { $n ->
    [one] scheda votata
   *[other] schede votate
}
network-number-actions = { $n ->
    [one] azione promessa
   *[other] azioni promesse
}
search-kind-path = Percorso
search-kind-day = Giornata di lavoro

body-path = Il percorso: { $x }
body-phase-none = Qui il percorso non è ancora cominciato.
body-phase-knowledge = Stiamo guardando quello che c’è già: i servizi e i dati dei nostri comuni.
body-phase-listening = Stiamo ascoltando: racconta un bisogno o un’idea.
body-phase-review = L’ascolto è finito: stiamo leggendo le idee, una per una.
body-phase-decision = È il momento di decidere insieme che cosa fare.
body-phase-agenda = L’Agenda è decisa: ecco che cosa faremo, per chi ed entro quando.
body-phase-monitoring = L’Agenda è in corso: qui vedi se manteniamo le promesse.
body-phase-closed = Il percorso è concluso: qui resta tutto quello che è stato detto e deciso.
body-phase-suspended = Il percorso è fermo per ora: quando riparte lo diciamo qui.
body-act-vote = Vota
body-act-vote-text = Il voto è aperto: serve il codice della giornata, non un account.
body-act-idea = Racconta un’idea
body-act-idea-title = Che cosa ti serve? Che cosa miglioreresti?
body-act-idea-text = Bastano due minuti e non serve un account. Rispondiamo a tutti.
body-act-follow = Guarda a che punto siamo
body-act-follow-title = Stiamo mantenendo le promesse?
body-act-follow-text = Per ogni azione dell’Agenda: che cosa è stato fatto e che cosa è in ritardo.
body-act-profile = Scopri i servizi
body-act-profile-title = Che cosa c’è già?
body-act-profile-text = I servizi sociali del territorio: per chi sono e come si chiedono.
body-act-code = Segui la tua idea con il codice
body-next = La prossima data
body-agenda = L’Agenda
body-agenda-more = A che punto siamo
body-agenda-actions = { $n ->
    [one] Un’azione in corso
   *[other] Avanzamento medio di { $n } azioni
}
body-answers = Le ultime risposte
body-numbers = Quello che c’è, in numeri
