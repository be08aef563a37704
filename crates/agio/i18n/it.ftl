## state
state-title = Stato del servizio
state-lead = Il programma e il suo database rispondono.
state-program = Versione del programma
state-bodies = Enti
state-time = Ora del server

## print
help-lead = Come funziona un’Agenda Sociale Locale, in poche parole.
help-what = Che cos’è
help-what-text = È l’elenco delle cose che un ente promette di fare per il welfare, deciso insieme alle persone, con i risultati attesi e i numeri per controllarli.
help-steps = I cinque passi
help-steps-text = Si guarda quello che c’è già, si ascoltano le persone, si decide insieme in una giornata di lavoro, si scrive l’Agenda, si misura in pubblico.
help-problem = Qualcosa non funziona?
help-problem-text = Scrivi al tuo ente dalla pagina Contatti: risponde una persona.
contacts-lead = Scegli il tuo ente: nella sua pagina Contatti trovi l’indirizzo di una persona.
contacts-lead-body = Scrivi qui: ti risponde una persona.
accessibility-lead = Vogliamo che queste pagine si possano usare da chiunque, con qualunque telefono.
accessibility-aim = A che cosa ci atteniamo
accessibility-aim-text = Alle WCAG 2.2, livello AA. La dichiarazione formale la pubblica ogni ente, sul modello di AgID.
accessibility-checks = Come controlliamo
accessibility-checks-text = Le pagine sono provate con un controllo automatico, con la sola tastiera, senza JavaScript e su schermi di 320 pixel.
accessibility-tell = Hai trovato un ostacolo?
accessibility-tell-text = Diccelo dalla pagina Contatti: è un errore nostro e lo correggiamo.
privacy-lead = Teniamo meno dati possibile.
privacy-cookies = Cookie
privacy-cookies-text = Solo quelli che servono: la lingua scelta e, per chi accede, la sessione. Nessun tracciamento, nessun servizio esterno.
privacy-kept = Che cosa resta
privacy-kept-text = Per chi legge soltanto, niente: l’indirizzo di rete serve per un momento a fermare gli abusi e non viene scritto.
privacy-rights = I tuoi diritti
privacy-rights-text = Puoi chiedere all’ente di vedere, correggere o cancellare i tuoi dati: scrivi dalla pagina Contatti.
licence-lead = Software libero e dati aperti.
licence-program = Il programma
licence-program-text = Licenza AGPL-3.0 o successive: si può usare, studiare, cambiare e dare ad altri alle stesse condizioni.
licence-data = I testi e i dati
licence-data-text = Creative Commons Attribuzione 4.0 (CC BY 4.0), quando un dato non dice altro.
source-lead = Il codice è pubblico: chiunque può leggerlo, controllarlo e riusarlo.

## account
sign-in-lead = Serve a chi lavora al percorso e a chi vuole partecipare con il proprio nome. Per leggere non occorre un account.
sign-in-none = Non hai un account?
sign-in-email = Indirizzo e-mail
sign-in-password = Password
desk-title = Ciao, { $x }
desk-lead = Questa è la tua scrivania.
desk-empty = Non hai ancora un ruolo
desk-empty-text = Chiedi al referente del tuo ente di dartene uno.
desk-body = La pagina pubblica
desk-roles = Il tuo ruolo: { $x }
desk-no-places = Con questo ruolo non c’è niente da fare qui, per ora.
desk-tasks = Che cosa aspetta te
desk-places = Dove lavori
desk-late = In ritardo
desk-nothing-waits = Niente in attesa: sei in pari.
desk-task-ideas = { $n ->
    [one] Un’idea aspetta di essere letta
   *[other] { $n } idee aspettano di essere lette
}
desk-task-ideas-since = { $n ->
    [0] È arrivata oggi.
    [one] La più vecchia aspetta da ieri.
   *[other] La più vecchia aspetta da { $n } giorni.
}
desk-task-readings = { $n ->
    [one] Una misura è in ritardo
   *[other] { $n } misure sono in ritardo
}
desk-task-readings-since = { $n ->
    [one] Doveva arrivare ieri.
   *[other] La più attesa doveva arrivare { $n } giorni fa.
}
desk-task-day-open = Il voto è aperto
desk-task-day-closed = Il voto è chiuso: si può contare
desk-task-day-counted = Le schede sono contate: manca la pubblicazione
desk-sign-out = Esci
desk-sign-out-everywhere = Esci da tutti i dispositivi

## dev
dev-mail-title = Posta della demo
dev-mail-lead = I messaggi che il programma avrebbe mandato, dal più recente. Esiste solo nella demo.
dev-mail-to = A
dev-mail-waiting = Ancora da mandare
dev-mail-sent = Mandato: { $x }
dev-mail-failed = Non partito: { $x }
dev-mail-empty = Nessun messaggio, per ora
dev-mail-empty-text = Quando il programma scrive a qualcuno, il messaggio compare qui.
dev-mail-written = Scritto: { $x }
desk-task-claims = { $n ->
    [one] Una richiesta di tenere una scheda
   *[other] { $n } richieste di tenere una scheda
}
desk-task-proposals = { $n ->
    [one] Una proposta per una scheda
   *[other] { $n } proposte per le schede
}
desk-task-since = { $n ->
    [0] La prima è arrivata oggi.
    [one] La più vecchia aspetta da un giorno.
   *[other] La più vecchia aspetta da { $n } giorni.
}
desk-task-unchecked = { $n ->
    [one] Una scheda non controllata da dodici mesi
   *[other] { $n } schede non controllate da dodici mesi
}
desk-task-unchecked-text = Chiedi agli uffici se sono ancora vere.
desk-task-own-unchecked = { $n ->
    [one] Una tua scheda non è controllata da dodici mesi
   *[other] { $n } tue schede non sono controllate da dodici mesi
}
desk-task-own-unchecked-text = Leggile e di’ se è tutto giusto.

# The profile as a document
paper-title = Profilo del welfare digitale
paper-day = Situazione al { $x }
paper-brief-title = In breve
paper-brief = Questo documento raccoglie ciò che l’ente ha scritto dei suoi servizi e delle basi dati che usano. Le schede in bozza non ci sono, e non ci sono numeri di persone seguite.
paper-snapshot = Per citare questo profilo
paper-snapshot-none = Nessuna fotografia del profilo è ancora stata pubblicata: per citarlo, indica il giorno di questo documento.
paper-snapshot-text = Il profilo cambia ogni giorno. Per citarlo usa la fotografia pubblicata più recente, che non cambia più.
paper-snapshot-day = Il profilo com’era il
paper-snapshot-hash = Impronta (SHA-256)
paper-snapshot-read = Pagina della fotografia:
paper-numbers = I servizi in numeri
paper-services = I servizi, uno per uno
paper-services-none = Nessun servizio, per ora.
paper-contacts = Contatti
paper-databases = Le basi dati e il test di essenzialità
paper-databases-none = Nessuna base dati, per ora.
paper-essential-lead = Basta un motivo perché una base dati sia essenziale; l’ufficio può decidere diversamente, e allora è scritto.
paper-essential-said = { $x } (lo ha scritto l’ufficio)
paper-why = Perché
paper-gaps = Dove non arriva nessuno
paper-gaps-places = Comuni senza alcun servizio attivo
paper-gaps-none = In ogni comune c’è almeno un servizio attivo per ogni gruppo di persone.
paper-gaps-note = Un servizio che non dice in quali comuni lavora conta in tutti.
paper-everywhere = tutti i comuni dell’ente
