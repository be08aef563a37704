# Testi comuni a tutte le pagine. Prefissi: shell- (cornice), ui- (pezzi), error- (errori).

shell-skip-content = Vai al contenuto
shell-skip-menu = Vai al menu
shell-skip-footer = Vai al fondo della pagina
shell-demo = Dati dimostrativi
shell-demo-text = Qui puoi provare tutto: niente di quello che vedi è ufficiale.
shell-network = Agenda Sociale Locale
shell-network-line = Le comunità che decidono insieme il proprio welfare
shell-sign-in = Accedi
shell-desk = Scrivania
shell-menu = Menu principale
shell-menu-short = Menu
shell-breadcrumbs = Ti trovi qui
shell-footer-line = Agenda Sociale Locale: quello che c’è, quello che faremo, come lo sapremo.
shell-contacts = Contatti
shell-open-data = Dati aperti
shell-accessibility = Dichiarazione di accessibilità
shell-privacy = Privacy
shell-licence = Licenza
shell-status = Stato del servizio
shell-source = Codice sorgente
shell-footer-note = Software libero, modello aperto ispirato ad AGIO. Testi e dati si possono riusare citando la fonte.

ui-act-now = Adesso puoi
ui-demo-mark = dato dimostrativo
ui-phases = Le cinque fasi del percorso
ui-phase-profile = Profilo
ui-phase-listening = Ascolto
ui-phase-day = Giornata
ui-phase-agenda = Agenda
ui-phase-monitoring = Monitoraggio
ui-step-done = (fatto)
ui-step-current = (siamo qui)
ui-step-todo = (deve ancora venire)
ui-thread = Il filo: da dove viene e dove è arrivata
ui-for = Per chi:
ui-where = Dove:
ui-by = Entro:
ui-progress = Avanzamento
ui-no-reading = ancora nessuna misura
ui-supports = { $n ->
    [0] nessun sostegno, per ora
    [one] { $n } sostegno
   *[other] { $n } sostegni
}
ui-filters = Cerca e filtra
ui-filters-apply = Cerca
ui-filters-reset = Togli i filtri
ui-pages = Pagine dei risultati
ui-pages-previous = Precedenti
ui-pages-next = Successivi
ui-errors = { $n ->
    [one] C’è una cosa da sistemare
   *[other] Ci sono { $n } cose da sistemare
}
ui-error = Errore:
ui-optional = (facoltativo)
ui-count-max = { $n ->
    [one] Al massimo { $n } carattere
   *[other] Al massimo { $n } caratteri
}
# Il programma della pagina mette il numero al posto di «#».
ui-count-left = Puoi scrivere ancora # caratteri
ui-count-over = Ci sono # caratteri di troppo
ui-cancel = Annulla
ui-copy = Copia
ui-copied = Copiato
ui-password-show = Mostra la password
ui-password-hide = Nascondi la password
ui-print = Stampa
ui-chosen = Scelto

error-400-title = Non abbiamo capito la richiesta
error-400-text = Forse l’indirizzo è incompleto, o il modulo è arrivato a metà. Torna indietro e riprova.
error-413-title = Il file è troppo grande
error-413-text = Possiamo ricevere al massimo 20 MB alla volta. Togli immagini e fogli che non servono, oppure dividi il file.
error-403-title = Questa pagina non è per tutti
error-403-text = Serve un permesso che ora non hai. Se pensi di doverlo avere, accedi o chiedilo a chi gestisce le persone del tuo ente.
error-404-title = Questa pagina non c’è
error-404-text = Forse l’indirizzo ha un errore di battitura, oppure la pagina è stata spostata.
error-429-title = Un attimo, per favore
error-429-text = Sono arrivate troppe richieste insieme dal tuo indirizzo. Quello che avevi già inviato è al sicuro.
error-429-wait = { $n ->
    [one] Riprova fra un secondo.
   *[other] Riprova fra { $n } secondi.
}
error-500-title = Qualcosa si è rotto da parte nostra
error-500-text = Non è colpa tua. Abbiamo registrato il problema: riprova fra qualche minuto.
error-home = Torna all’inizio
error-home-body = Torna a { $x }
error-reference = Numero di riferimento:
error-reference-text = Se ci scrivi, indica questo numero: ci fa trovare subito che cosa è successo.

## form
form-required = Questo campo serve: compilalo.
form-too-short = Troppo corto: scrivi almeno { $n } caratteri.
form-too-long = Troppo lungo: al massimo { $n } caratteri. Togli qualcosa.
form-not-a-day = Questa data non esiste: scrivila così, 31/12/2027.
form-not-an-amount = Non è un importo in euro: scrivilo così, 1.250,50.
form-negative = Il numero non può essere sotto lo zero: togli il segno meno.
form-too-large = Il numero è troppo grande{ $n ->
    [0] {""}
   *[other] : al massimo { $n }
  }. Controlla di non aver scritto cifre in più.
form-too-small = Il numero è troppo piccolo: almeno { $n }.
form-not-a-number = Non è un numero: usa solo cifre, come 12 o 12,5.
form-not-an-email = L’indirizzo e-mail non è completo: scrivilo così, nome@esempio.it.
form-not-in-list = Questa scelta non c’è nell’elenco: scegline una tra quelle proposte.
form-bad-characters = Ci sono caratteri che non si possono usare: cancella e scrivi di nuovo.

## frame
nav-network = Rete
nav-bodies = Gli enti
nav-search = Cerca
nav-help = Guida
error-title = Errore { $n }

## thread
thread-actor = Attore del welfare
thread-service = Servizio
thread-database = Base dati
thread-plan-sheet = Scheda del piano di zona
thread-need = Bisogno
thread-idea = Idea
thread-project = Progetto
thread-pact = Patto
thread-action = Azione
thread-result = Risultato atteso
thread-indicator = Indicatore
thread-reading = Misura
