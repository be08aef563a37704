# Moduli e rifiuti
profile-form-not-a-code = Usa solo lettere, numeri, trattino, punto: per esempio SER-01.
profile-form-not-yes-no = Scrivi sì oppure no.
profile-form-not-a-url = Scrivi l’indirizzo per intero: comincia con https://
profile-form-code-taken = Questo codice è già di un’altra scheda: scegline un altro.
profile-invalid = { $n ->
    [one] C’è un campo da correggere.
   *[other] Ci sono { $n } campi da correggere.
}
profile-not-found = Questa scheda non c’è. Forse il codice è cambiato: cercala nell’elenco.
profile-stale = Qualcuno ha cambiato questa scheda mentre la modificavi. Ricarica la pagina e ripeti le tue modifiche.

# File
profile-file-empty = Il file è vuoto. Scegli il foglio con i dati e caricalo di nuovo.
profile-file-no-rows = Il file ha solo l’intestazione, o nemmeno quella. Aggiungi almeno una riga e caricalo di nuovo.
profile-file-no-headings = La prima riga non ha intestazioni. Scrivi in alto i nomi delle colonne, per esempio «Codice» e «Nome».
profile-file-too-large = Il file supera { $n } MB. Togli immagini e fogli che non servono, oppure dividilo in più file.
profile-file-too-many-rows = Il file ha più di { $n } righe. Dividilo in più file e caricali uno dopo l’altro.
profile-file-too-many-columns = Il file ha più di { $n } colonne. Togli quelle che non servono.
profile-file-bomb = Il file, una volta aperto, supera { $n } MB. Copia i dati in un foglio nuovo e salva quello.
profile-file-broken-xlsx = Il file Excel è rovinato o incompleto. Aprilo, salvalo di nuovo come .xlsx e ricaricalo.
profile-file-old-excel = È un file Excel vecchio (.xls) o protetto da password. Salvalo come .xlsx senza password, oppure come CSV.
profile-file-not-a-table = Questo file non è una tabella. Servono un file .csv oppure .xlsx.
profile-file-huge-cell = Una cella ha più di { $n } caratteri: forse manca una virgoletta di chiusura. Controlla il file e ricaricalo.

# Colonne
profile-mapping-no-name = Manca la colonna del nome: indica quale colonna contiene il nome.
profile-mapping-twice = Due colonne sono collegate allo stesso campo: lasciane una sola.
profile-mapping-unknown-field = Una colonna è collegata a un campo che non esiste: scegline uno dell’elenco.
profile-mapping-no-such-column = Hai collegato una colonna che nel file non c’è: carica di nuovo il file.

# Importazione
profile-import-rows-wrong = { $n ->
    [one] C’è un errore nel file, e non è stato salvato niente. Correggilo e carica di nuovo il file.
   *[other] Ci sono { $n } errori nel file, e non è stato salvato niente. Correggili e carica di nuovo il file.
}
profile-import-moved = Nel frattempo qualcuno ha cambiato le schede, e non è stato salvato niente. Guarda la nuova anteprima e conferma.

# Errori di riga
profile-row-missing = Riga { $row }, colonna «{ $column }»: la cella è vuota. Scrivi il valore.
profile-row-too-long = Riga { $row }, colonna «{ $column }»: il testo supera { $n } caratteri. Accorcialo.
profile-row-not-a-code = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un codice. Usa solo lettere, numeri, trattino e punto.
profile-row-not-in-list = Riga { $row }, colonna «{ $column }»: «{ $value }» non è tra i valori ammessi. Scegli un valore dell’elenco; se sono più di uno, separali con il punto e virgola.
profile-row-not-a-day = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un giorno che esiste. Scrivilo come 31/12/2027.
profile-row-not-a-number = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un numero intero. Scrivi solo cifre.
profile-row-not-an-amount = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un importo. Scrivilo come 1.234,56.
profile-row-negative = Riga { $row }, colonna «{ $column }»: «{ $value }» è sotto zero. Scrivi zero o un numero positivo.
profile-row-too-small = Riga { $row }, colonna «{ $column }»: «{ $value }» è troppo piccolo. Il valore più basso è { $n }.
profile-row-too-large = Riga { $row }, colonna «{ $column }»: «{ $value }» è troppo grande. Il valore più alto è { $n }.
profile-row-not-yes-no = Riga { $row }, colonna «{ $column }»: «{ $value }» non è né sì né no. Scrivi sì oppure no.
profile-row-not-a-url = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un indirizzo web. Scrivilo per intero: comincia con https://
profile-row-broken-cell = Riga { $row }, colonna «{ $column }»: la formula dà l’errore «{ $value }». Correggila, o scrivi il valore.
profile-row-no-heading = Riga { $row }: nella colonna numero { $column } c’è «{ $value }», ma la colonna non ha intestazione. Dalle un nome o svuotala.
profile-row-name-without-letters = Riga { $row }, colonna «{ $column }»: «{ $value }» non ha lettere né numeri. Scrivi un nome.
profile-row-twice = Riga { $row }, colonna «{ $column }»: «{ $value }» c’è già alla riga { $n }. Tieni una riga sola, o cambia il codice.

# Nomi dei campi
profile-field-code = Codice
profile-field-name = Nome
profile-field-short-description = Descrizione breve
profile-field-easy-description = Descrizione facile da leggere
profile-field-owner = Ente titolare
profile-field-management = Gestione
profile-field-provider = Gestore
profile-field-contact-office = Ufficio referente
profile-field-areas = Aree di utenza
profile-field-siuss-area = Area SIUSS
profile-field-macro-level = Macrolivello e obiettivo
profile-field-leps = LEPS
profile-field-regional-sheets = Schede PSSR
profile-field-plan-sheets = Schede del Piano di zona
profile-field-recipients = Destinatari
profile-field-requirements = Requisiti
profile-field-means-test = Prova dei mezzi
profile-field-municipalities = Comuni coperti
profile-field-place = Luogo
profile-field-users-count = Utenti in un anno
profile-field-users-year = Anno degli utenti
profile-field-users-source = Fonte del numero di utenti
profile-field-channels = Canali
profile-field-opening-hours = Orari
profile-field-current-level = Livello di interattività attuale
profile-field-target-level = Livello di interattività obiettivo
profile-field-authentication = Autenticazione
profile-field-platforms = Piattaforme abilitanti
profile-field-software = Programma usato
profile-field-barriers = Barriere rilevate
profile-field-assistance = Assistenza disponibile
profile-field-user-cost = Costo per l’utente
profile-field-url = Pagina web
profile-field-status = Stato
profile-field-checked-on = Ultimo controllo
profile-field-checked-by = Ufficio che ha controllato
profile-field-source = Fonte
profile-field-demo = Dato dimostrativo
profile-field-demo-fields = Campi dimostrativi
profile-field-note = Nota
profile-field-acronym = Sigla
profile-field-description = Contenuto
profile-field-kind = Tipo
profile-field-scope = Ambito
profile-field-owner-ipa = Codice IPA del titolare
profile-field-internal-office = Ufficio responsabile
profile-field-legal-basis = Base giuridica
profile-field-application = Applicativo
profile-field-supplier = Fornitore
profile-field-hosting = Dove è ospitata
profile-field-contract-ends = Scadenza del contratto
profile-field-entities = Entità principali
profile-field-records-count = Numero di record
profile-field-time-coverage = Copertura temporale
profile-field-territory-coverage = Copertura territoriale
profile-field-person-key = Chiave della persona
profile-field-classifications = Classificazioni usate
profile-field-content-completeness = Completezza del contenuto (0-3)
profile-field-update-frequency = Aggiornamento
profile-field-reliability = Affidabilità (0-3)
profile-field-format = Formato
profile-field-api = Ha un’API
profile-field-pdnd = eService PDND
profile-field-feeding = Alimentazione e scambi
profile-field-planning-use = Usata per programmare
profile-field-essential = Essenziale
profile-field-essential-why = Perché è essenziale
profile-field-personal-data = Dati personali
profile-field-special-categories = Categorie particolari di dati
profile-field-minors = Dati di minori
profile-field-register-reference = Voce nel registro dei trattamenti
profile-field-dpia = Valutazione d’impatto fatta
profile-field-access-level = Livello di accesso
profile-field-open-data = Dati aperti
profile-field-licence = Licenza
profile-field-verification = Come è stata verificata

# Voci degli elenchi: campo e codice
profile-choice-management-direct = Diretta
profile-choice-management-associated = Associata (Unione)
profile-choice-management-asp = ASP
profile-choice-management-ausl = Delegata all’AUSL
profile-choice-management-accredited = Accreditata
profile-choice-management-codesigned = Co-progettata
profile-choice-management-agreement = In convenzione
profile-choice-status-active = Attivo
profile-choice-status-suspended = Sospeso
profile-choice-status-planned = In progettazione
profile-choice-status-ended = Cessato
profile-choice-platforms-pagopa = pagoPA
profile-choice-platforms-io = App IO
profile-choice-platforms-pdnd = PDND
profile-choice-platforms-anpr = ANPR
profile-choice-platforms-send = SEND
profile-choice-barriers-language = Lingua
profile-choice-barriers-spid = Identità digitale
profile-choice-barriers-distance = Distanza
profile-choice-barriers-bureaucracy = Burocrazia
profile-choice-barriers-hours = Orari
profile-choice-barriers-shame = Vergogna
profile-choice-barriers-digital-divide = Divario digitale
profile-choice-demo-yes = Sì
profile-choice-demo-partly = In parte
profile-choice-demo-no = No
profile-choice-kind-local = Locale
profile-choice-kind-regional = Regionale
profile-choice-kind-national = Nazionale
profile-choice-kind-third-sector = Terzo settore
profile-choice-scope-registry = Anagrafe
profile-choice-scope-income = Reddito
profile-choice-scope-case = Presa in carico
profile-choice-scope-benefits = Prestazioni
profile-choice-scope-facilities = Strutture
profile-choice-scope-rankings = Graduatorie
profile-choice-scope-access = Accessi
profile-choice-scope-planning = Programmazione
profile-choice-scope-quality = Qualità
profile-choice-hosting-local = In sede
profile-choice-hosting-psn-cloud = Cloud PSN
profile-choice-hosting-saas = SaaS qualificato
profile-choice-person-key-tax-code = Codice fiscale
profile-choice-person-key-internal-id = Identificativo interno
profile-choice-person-key-none = Nessuna
profile-choice-update-frequency-real-time = In tempo reale
profile-choice-update-frequency-daily = Ogni giorno
profile-choice-update-frequency-weekly = Ogni settimana
profile-choice-update-frequency-monthly = Ogni mese
profile-choice-update-frequency-quarterly = Ogni tre mesi
profile-choice-update-frequency-half-yearly = Ogni sei mesi
profile-choice-update-frequency-yearly = Ogni anno
profile-choice-update-frequency-sporadic = Senza cadenza
profile-choice-pdnd-none = Nessuno
profile-choice-pdnd-provided = Erogato
profile-choice-pdnd-consumed = Fruito
profile-choice-pdnd-both = Erogato e fruito
profile-choice-open-data-no = No
profile-choice-open-data-aggregate = Solo in forma aggregata
profile-choice-open-data-yes = Sì

# Collegamenti
profile-mapping-no-ends = Mancano colonne: servono il codice del servizio, il codice della base dati e che cosa fa (legge o scrive).
profile-row-no-service = Riga { $row }: il servizio «{ $value }» non c’è nel profilo di questo ente. Controlla il codice, o importa prima i servizi.
profile-row-no-database = Riga { $row }: la base dati «{ $value }» non c’è nel profilo di questo ente. Controlla il codice, o importa prima le basi dati.
profile-field-service-code = Codice del servizio
profile-field-database-code = Codice della base dati
profile-field-access = Che cosa fa
profile-field-means = Con che mezzo
profile-choice-access-read = Legge
profile-choice-access-write = Scrive
profile-choice-access-read-write = Legge e scrive
profile-choice-means-manual = A mano
profile-choice-means-file = Con un file
profile-choice-means-api = Con un’API
profile-choice-means-pdnd = Con la PDND

## Pagine pubbliche
nav-profile = Servizi
profile-title = Che cosa c’è già
profile-lead = I servizi sociali di questo territorio: per chi sono, come ci si arriva, su quali dati si appoggiano.
profile-search = Che cosa cerchi?
profile-search-databases = Quale base dati cerchi?
profile-numbers = I numeri
profile-empty = Qui non c’è ancora nessun servizio
profile-empty-text = L’ente sta raccogliendo le informazioni. Torna fra qualche giorno.
profile-empty-databases = Qui non c’è ancora nessuna base dati
profile-empty-back = Torna alla pagina dell’ente
profile-stat-services = { $n ->
    [one] servizio a cui rivolgersi
   *[other] servizi a cui rivolgersi
}
profile-stat-databases = { $n ->
    [one] base dati che li fa funzionare
   *[other] basi dati che li fanno funzionare
}
profile-stat-uses = { $n ->
    [one] collegamento tra un servizio e una base dati
   *[other] collegamenti tra servizi e basi dati
}
profile-stat-municipalities = { $n ->
    [one] comune raggiunto da almeno un servizio
   *[other] comuni raggiunti da almeno un servizio
}
profile-updated = Ultima modifica: { $x }.
profile-without-database = { $n ->
    [one] Un servizio non usa nessuna base dati.
   *[other] { $n } servizi non usano nessuna base dati.
}
profile-unused-databases = { $n ->
    [one] Una base dati non è usata da nessun servizio.
   *[other] { $n } basi dati non sono usate da nessun servizio.
}
profile-areas-title = Per chi sono i servizi
profile-areas-lead = Un servizio che aiuta persone diverse conta in ogni gruppo.
profile-areas-head = Per chi
profile-levels-title = Che cosa si può fare da casa
profile-levels-lead = Da 0 (serve andare di persona) a 5 (il servizio ti avvisa da solo).
profile-levels-head = Livello digitale
profile-level-0 = Solo di persona
profile-level-1 = Informazioni sul sito
profile-level-2 = Moduli da scaricare
profile-level-3 = Richiesta online
profile-level-4 = Tutto online, anche il pagamento
profile-level-5 = Tutto online, e ti avvisa da solo
profile-level-unknown = Nessuno l’ha ancora misurato
profile-as-table = Leggi gli stessi numeri in tabella
profile-services = Servizi
profile-databases = Basi dati
profile-matrix = Chi usa quali dati
profile-completeness = Quanto è completo questo quadro
profile-completeness-lead = Contiamo le informazioni importanti che ogni scheda dovrebbe avere. Quello che manca si vede, non si nasconde.
profile-percent = { $n } su 100
profile-more = Guarda meglio
profile-services-text = L’elenco completo: cerca per parola, per persona, per comune.
profile-databases-text = Gli archivi su cui lavorano i servizi: di chi sono, che cosa contengono.
profile-matrix-text = Una tabella sola: quali servizi leggono o scrivono in quali archivi.
profile-downloads = Scarica i dati
profile-downloads-lead = Puoi riusarli citando la fonte.
profile-download-xlsx = foglio di calcolo (XLSX)
profile-download-csv = CSV per i programmi
profile-services-lead = Cerca chi ti può aiutare. Ogni scheda dice per chi è il servizio, dove si trova e come si chiede.
profile-filter-area = Per chi
profile-filter-level = Che cosa si fa online
profile-filter-municipality = In quale comune
profile-filter-channel = Come ci si arriva
profile-any = Tutti
profile-none-found = Nessun risultato con queste parole
profile-none-found-text = Prova con una parola più semplice, o togli qualche filtro.
profile-show-all = Mostra tutti i servizi
profile-show-all-databases = Mostra tutte le basi dati
profile-services-count = { $n ->
    [0] Nessun servizio
    [one] Un servizio
   *[other] { $n } servizi
}
profile-databases-count = { $n ->
    [0] Nessuna base dati
    [one] Una base dati
   *[other] { $n } basi dati
}
profile-in-municipalities = { $n } comuni
profile-online = Online:
profile-demo-fields = Inventato solo per prova: { $x }.
profile-easy = In parole semplici
profile-go-online = Vai alla pagina del servizio
profile-practical = In pratica
profile-missing = Non è ancora scritto qui: { $x }.
profile-ask-office = Chiedi all’ufficio
profile-online-title = Che cosa puoi fare online
profile-level-nobody = Nessuno ha ancora misurato che cosa si può fare online.
profile-level-target = Obiettivo: { $x }.
profile-uses-title = I dati che il servizio usa
profile-uses-none = Non risulta nessuna base dati.
profile-uses-caption = Basi dati che questo servizio legge o in cui scrive
profile-unknown = non indicato
profile-nobody = nessuno
profile-thread = Il filo rosso
profile-office = Per chi lavora nei servizi
profile-fewer-than-five = meno di 5
profile-never-checked = Nessuno ha ancora controllato questa scheda.
profile-checked = Ultimo controllo: { $x }.
profile-report-mistake = C’è un errore? Diccelo
profile-source = Fonte:
profile-free = gratuito
profile-yes = Sì
profile-no = No
profile-siuss-1 = Famiglia e minori
profile-siuss-2 = Disabilità e non autosufficienza
profile-siuss-3 = Povertà ed esclusione sociale
profile-means-test-1 = Serve l’ISEE
profile-means-test-2 = Prova dei mezzi diversa dall’ISEE
profile-means-test-3 = Di norma ISEE, ma si guarda al bisogno
profile-means-test-4 = Nessuna prova dei mezzi
profile-grade-0 = 0 – per niente
profile-grade-1 = 1 – poco
profile-grade-2 = 2 – abbastanza
profile-grade-3 = 3 – del tutto
profile-databases-lead = Gli archivi su cui lavorano i servizi sociali: che cosa contengono, di chi sono, chi li usa. Qui non ci sono dati di persone.
profile-databases-caption = Le basi dati, in ordine alfabetico
profile-owner-short = Di chi è
profile-used-by-short = Servizi che la usano
profile-essential = Essenziale
profile-essential-why = Perché è essenziale
profile-go-matrix = Guarda quali servizi usano quali dati
profile-users-title = Chi la usa
profile-users-none = Nessun servizio la usa, per quanto ne sappiamo.
profile-users-caption = { $n ->
    [one] Un servizio usa questa base dati
   *[other] { $n } servizi usano questa base dati
}
profile-group-content = Che cosa contiene
profile-group-responsibility = Chi ne risponde
profile-group-application = Come funziona e quanto è aggiornata
profile-group-protection = Come protegge le persone
profile-group-openness = Si può riusare?
profile-matrix-lead = In riga i servizi, in colonna le basi dati. Dove si incontrano c’è scritto che cosa fa il servizio.
profile-matrix-legend = L = legge, S = scrive, LS = legge e scrive. Casella vuota: nessun collegamento.
profile-matrix-caption = Servizi e basi dati collegati tra loro
profile-matrix-as-list = Leggi come elenco (più comodo sul telefono)
profile-matrix-empty = Nessun collegamento, per ora
profile-matrix-empty-text = Quando l’ente dirà quali servizi usano quali dati, qui ci sarà la tabella.
profile-matrix-count = { $n ->
    [one] Un collegamento
   *[other] { $n } collegamenti
}
profile-mark-read = L
profile-mark-write = S
profile-mark-read-write = LS

## Scrivania
profile-desk-services = Tieni aggiornate le schede dei servizi: parti da quelle che nessuno controlla da più tempo.
profile-desk-databases = Il registro delle basi dati: di chi sono, che cosa contengono, quali sono essenziali.
profile-desk-import = Porta dentro un foglio di calcolo: vedi prima che cosa cambia, poi confermi.
profile-desk-lead = In alto trovi le schede da controllare. Quando una è giusta, dillo con un clic.
profile-desk-download = Scarica tutto (XLSX)
profile-desk-empty = Il registro è vuoto
profile-desk-empty-text = Hai già un foglio di calcolo? Importalo: vedi tutto in anteprima prima di salvare.
profile-desk-caption = Le schede e quanto sono complete
profile-search-words = Cerca tra le schede
profile-sort = In che ordine
profile-sort-name = Per nome
profile-sort-stale = Prima quelle da controllare
profile-show-everything = Mostra tutte le schede
profile-completeness-short = Completezza
profile-never = Mai controllata
profile-stale-record = Da controllare
profile-mark-checked = È giusta oggi
profile-new-service = Nuovo servizio
profile-new-database = Nuova base dati
profile-edit-lead = Serve solo il nome: il resto puoi aggiungerlo un po’ alla volta. Quello che scrivi qui lo leggono tutti.
profile-edit-links = Basi dati che usa
profile-edit-public = Guarda la pagina pubblica
profile-save = Salva
profile-section-what = Che cos’è
profile-section-who = Per chi è
profile-section-where = Dove, quando, quanto costa
profile-section-how = Come ci si arriva, anche online
profile-section-management = Chi lo gestisce e a quali piani appartiene
profile-section-users = Quante persone lo usano
profile-section-check = Controlli e fonti
profile-section-database = Che cos’è
profile-section-essential = Perché è importante
profile-section-application = Il programma che la gestisce
profile-section-quality = Quanto ci si può fidare
profile-section-exchange = Come scambia i dati
profile-hint-code = Il codice che usate in ufficio, per esempio SER-01. Se lo lasci vuoto lo ricaviamo dal nome.
profile-hint-easy = Frasi brevi, parole di tutti i giorni: è la prima cosa che si legge nella pagina.
profile-hint-users = Sotto 5 la pagina pubblica scrive «meno di 5», per non far riconoscere nessuno.
profile-hint-cost = Scrivi 0 se è gratuito. Lascia vuoto se non lo sai.
profile-hint-url = Comincia con https://
profile-hint-note = Anche la nota si legge nella pagina pubblica.
profile-hint-essential = Senza, un servizio si ferma? La prevede una norma? La usano almeno tre servizi? Serve a misurare un risultato?
profile-hint-contract = Il giorno in cui finisce il contratto con il fornitore.
profile-hint-ipa = Il codice dell’ente nell’Indice delle pubbliche amministrazioni.
profile-hint-demo-fields = I nomi dei campi inventati, separati da punto e virgola.
profile-links-title = Basi dati che usa
profile-links-lead = Di’ quali archivi legge questo servizio e in quali scrive.
profile-links-none = Per ora nessuna.
profile-links-add = Aggiungi o cambia un collegamento
profile-links-remove = Togli
profile-links-save = Salva il collegamento
profile-links-back = Torna alla scheda
profile-links-no-databases = Prima aggiungi almeno una base dati.
profile-choose = Scegli
profile-choose-database = Scegli una base dati.
profile-choose-access = Di’ se la legge, se ci scrive, o tutt’e due.
done-record-saved = Fatto: la scheda è salvata.
done-checked = Fatto: la scheda risulta controllata oggi.
done-link-saved = Fatto: il collegamento è salvato.
done-link-removed = Fatto: il collegamento non c’è più.
done-import-abandoned = Fatto: il file è stato buttato via, il registro è rimasto com’era.

## Importazione
profile-import-title = Importa un foglio
profile-import-lead = Carichi il foglio, controlli le colonne, guardi che cosa cambierebbe. Si salva solo quando lo confermi, tutto insieme o niente.
profile-import-waiting = Hai file in attesa di conferma
profile-import-what = Che cosa c’è nel foglio?
profile-import-file = Il foglio
profile-import-file-hint = Un file .xlsx o .csv, fino a 20 MB. La prima riga deve avere i nomi delle colonne.
profile-import-read = Leggi il foglio
profile-import-abandon = Lascia perdere e butta via il file
profile-import-models = Non sai da dove partire?
profile-import-models-text = Scarica un foglio vuoto con le colonne già pronte. Non serve riempirle tutte: basta il nome.
profile-import-model = Foglio vuoto: { $x }
profile-sheet-links = Collegamenti
profile-sheet-services-hint = Una riga per ogni servizio.
profile-sheet-databases-hint = Una riga per ogni archivio.
profile-sheet-links-hint = Una riga per ogni coppia: quale servizio usa quale base dati. Servizi e basi dati devono esserci già.
profile-file-none = Scegli un file. Se l’hai scelto, era vuoto: controllalo e caricalo di nuovo.
profile-columns-title = Controlla le colonne
profile-columns-lead = Abbiamo indovinato dove va ogni colonna. Cambia quello che non torna; le colonne che non servono puoi lasciarle fuori.
profile-columns-file = File: { $x }.
profile-columns-rows = { $n ->
    [one] Una riga di
   *[other] { $n } righe di
}
profile-columns-caption = Le colonne del foglio e dove vanno
profile-columns-heading = Nel foglio
profile-columns-field = Va in
profile-columns-samples = Per esempio
profile-columns-unnamed = (senza nome)
profile-columns-skip = – lascia fuori –
profile-columns-needed = { $x } (serve)
profile-columns-go = Guarda l’anteprima
profile-preview-title = Anteprima
profile-preview-lead = Non è ancora stato salvato niente. Guarda riga per riga che cosa succederebbe.
profile-preview-show = Quali righe mostrare
profile-rows-wrong = da correggere
profile-rows-new = nuove
profile-rows-changed = cambiate
profile-rows-unchanged = già uguali
profile-rows-all = in tutto
profile-preview-wrong = { $n ->
    [one] C’è una riga da correggere
   *[other] Ci sono { $n } righe da correggere
}
profile-preview-wrong-text = Finché ci sono errori non si salva niente, nemmeno le righe giuste. Correggi il foglio e caricalo di nuovo.
profile-preview-again = Carica il foglio corretto
profile-preview-columns = Torna alle colonne
profile-preview-nothing = Non c’è niente da importare
profile-preview-nothing-text = Tutte le righe del foglio sono già nel registro, uguali.
profile-preview-apply = { $n ->
    [one] Importa una riga
   *[other] Importa { $n } righe
}
profile-preview-caption = Che cosa succederebbe a ogni riga
profile-preview-row = Riga { $n }
profile-preview-no-rows = Nessuna riga di questo tipo.
profile-row-is-new = Nuova
profile-row-is-changed = Cambia
profile-row-is-unchanged = Già uguale
profile-row-is-wrong = Da correggere
profile-becomes = diventa
profile-blank = (vuoto)
profile-done-title = Importazione finita
profile-done-lead = Il foglio è nel registro. Ecco che cosa è successo alle sue righe.
profile-done-look = Guarda il risultato
profile-done-next = Ora importa: { $x }
profile-done-again = Importa un altro foglio
profile-more-filters = Altri filtri: per chi, dove, come
profile-api-no-such-field = Questo campo non esiste: guarda i nomi nella descrizione dell’API.
profile-api-wrong-type = Il valore non è del tipo giusto: guarda la descrizione dell’API.
profile-preview-shown = { $x } (qui sotto)
profile-ask-who = Per chi è
profile-ask-needed = Che cosa serve
profile-ask-how = Come si chiede
profile-ask-where = Dove
profile-ask-municipalities = In quali comuni
profile-ask-when = Quando
profile-ask-cost = Quanto costa
profile-ask-answers = Chi risponde
profile-ask-help = Chi ti aiuta a usarlo
profile-level-official = Definizione ufficiale del livello digitale

## Dati aperti
open-title = Dati aperti
open-lead = I dati di questo profilo sono di tutti: puoi scaricarli, usarli e pubblicarli di nuovo.
open-licence-text = Basta dire da dove vengono. La licenza è
open-small-numbers = Dove le persone servite sono meno di cinque il numero non c’è, perché nessuno sia riconosciuto.
open-updated = Ultima modifica dei dati:
open-none = Non c’è ancora niente: tornerà utile quando l’ufficio avrà scritto le prime schede.
open-rows = { $n ->
    [one] Una riga
   *[other] { $n } righe
  }
open-services = Servizi sociali
open-services-text = I servizi del territorio: che cosa sono, per chi, dove, come si chiedono e quanto sono digitali.
open-databases = Basi di dati dei servizi sociali
open-databases-text = Il registro delle basi di dati da cui dipendono i servizi sociali, senza i dati delle persone.
open-links = Servizi e basi di dati
open-links-text = Quale servizio legge o scrive quale base di dati.
open-body = Ente (parola nell’indirizzo)
open-catalogue = Il catalogo
open-catalogue-text = Dati aperti del profilo del welfare digitale: servizi, basi di dati e i loro legami.
open-catalogue-lead = L’elenco dei dati in DCAT-AP_IT, il formato di dati.gov.it. I codici nelle tabelle sono spiegati a parte.
open-codes = Che cosa vogliono dire i codici
open-codes-lead = Gli elenchi di codici usati nei dati. Dove c’è un vocabolario nazionale il codice porta lì.
open-code = Codice
open-meaning = Significato
open-requests = Per chi scrive programmi
open-requests-text = Gli indirizzi non cambiano e rispondono anche in Turtle, RDF/XML e JSON-LD, secondo l’intestazione Accept. I servizi sono in CPSV-AP_IT e, a scelta, in CPSV-AP 3.2; l’API segue HSDS 3.0. Qualche esempio:
open-by-body = I dati di un solo ente
open-all = I dati di tutti gli enti
open-hsds-not-found = Qui non c’è niente con questo identificativo. Cerca negli elenchi, per esempio /hsds/3.0/services.
open-hsds-page = page e per_page sono numeri interi da 1 in su.
open-hsds-format = Si risponde solo in JSON: togli format o scrivi format=json.
open-hsds-id = L’identificativo deve essere un UUID, come quelli degli elenchi.
open-hsds-moment = modified_after è una data (2026-01-31) o un istante (2026-01-31T10:00:00Z).
# La scheda del servizio
profile-field-keywords = Altri nomi e parole chiave
profile-field-phone = Telefono
profile-field-email = E-mail
profile-field-siuss-codes = Codici delle prestazioni SIUSS
profile-field-cofog = COFOG
profile-field-life-events = Eventi della vita
profile-field-subject-matters = Materie del servizio
profile-field-io-topics = Argomenti su app IO
profile-field-local-terms = Classificazioni locali
profile-field-age-from = Età: da
profile-field-age-to = Età: fino a
profile-field-languages = Lingue parlate
profile-field-isee-limit = Soglia ISEE
profile-field-how-to = Come fare
profile-field-needed = Che cosa serve
profile-field-outcome = Che cosa si ottiene
profile-field-times = Tempi e scadenze
profile-field-waiting-days = Giorni di attesa in media
profile-field-conditions = Condizioni del servizio
profile-field-place-access = Accessibilità del luogo
profile-field-place-access-note = Note sull’accessibilità
profile-field-channel-details = Sportelli e contatti
profile-field-level-url = Pagina che mostra il livello
profile-field-level-date = Livello rilevato il
profile-field-target-date = Livello obiettivo entro il
profile-field-barriers-note = Note sulle barriere
profile-field-help = Chi aiuta
profile-field-cost-note = Note sul costo
profile-field-status-reason = Motivo dello stato
profile-field-card-state = Stato della scheda
profile-field-essential-reasons = Motivi per cui è essenziale
profile-field-purposes = Finalità
profile-field-data-subjects = Interessati
profile-field-data-recipients = A chi si comunicano i dati
profile-field-retention = Tempi di conservazione
profile-field-security = Misure di sicurezza
profile-choice-platforms-spid = SPID
profile-choice-platforms-cie = CIE
profile-choice-platforms-eidas = eIDAS
profile-choice-platforms-inad = INAD
profile-choice-platforms-fse = Fascicolo sanitario elettronico
profile-choice-platforms-isee = ISEE (INPS)
profile-choice-platforms-siuss = SIUSS
profile-choice-platforms-lepidaid = LepidaID
profile-choice-platforms-accesso-unitario = Accesso unitario
profile-choice-platforms-digital-domicile = Domicilio digitale
profile-choice-platforms-signature = Firma elettronica
profile-choice-place-access-wheelchair = Si entra in sedia a rotelle
profile-choice-place-access-lift = Ascensore
profile-choice-place-access-toilet = Bagno accessibile
profile-choice-place-access-parking = Parcheggio riservato
profile-choice-place-access-transport = Fermata di mezzi pubblici vicina
profile-choice-place-access-sign-language = Lingua dei segni (LIS)
profile-choice-place-access-hearing-loop = Impianto a induzione magnetica
profile-choice-place-access-tactile = Percorso o mappa tattile
profile-choice-place-access-quiet = Stanza tranquilla e riservata
profile-choice-help-digitale-facile = Punto Digitale Facile
profile-choice-help-caf = CAF o patronato
profile-choice-help-desk = Allo sportello
profile-choice-help-phone = Al telefono
profile-choice-help-mediator = Mediatrice o mediatore culturale
profile-choice-help-home = A casa della persona
profile-choice-help-volunteer = Volontari
profile-choice-help-delegate = Una persona con delega
profile-choice-card-state-draft = Bozza
profile-choice-card-state-to-verify = Da verificare
profile-choice-card-state-verified = Verificata
profile-choice-essential-reasons-stops = Senza, un servizio si ferma
profile-choice-essential-reasons-law = La prevede una norma
profile-choice-essential-reasons-shared = La usano almeno tre servizi
profile-choice-essential-reasons-indicator = Serve a misurare un indicatore dell’Agenda
profile-platform-not-planned = non previsto
profile-platform-planned = previsto
profile-platform-in-progress = in corso
profile-platform-active = attivo
profile-form-not-a-channel = La riga { $n } non si capisce. Scrivi una riga per ogni sportello o contatto: canale | nome | luogo: … | comune: … | orari: … | tel: … | e-mail: … | sito: …
profile-form-not-a-platform = Non si capisce. Scrivi per esempio: SPID (attivo, 31/12/2025); pagoPA (previsto).
profile-form-not-a-class = Scrivi la tabella e il codice, per esempio aree-piano:A1.
profile-form-too-many = Sono troppi: al massimo { $n }.
profile-row-not-an-email = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un indirizzo e-mail. Scrivilo così: nome@esempio.it.
profile-row-not-a-channel = Riga { $row }, colonna «{ $column }»: la riga { $n } della cella non si capisce. Scrivi: canale | nome | luogo: … | comune: … | orari: … | tel: … | e-mail: … | sito: …
profile-row-not-a-platform = Riga { $row }, colonna «{ $column }»: «{ $value }» non si capisce. Scrivi per esempio: SPID (attivo, 31/12/2025); pagoPA (previsto).
profile-row-not-a-class = Riga { $row }, colonna «{ $column }»: «{ $value }» non si capisce. Scrivi la tabella e il codice, per esempio aree-piano:A1.
profile-row-too-many = Riga { $row }, colonna «{ $column }»: sono troppi, al massimo { $n }.
profile-section-ask = Come si chiede
profile-section-classes = Classificazioni
profile-card-expired = Da ricontrollare
profile-ask-requirements = Requisiti
profile-desks-title = Sportelli e contatti
profile-desk-site = Vai al sito
profile-level-by = Entro il { $x }.
profile-level-measured = Livello rilevato il { $x }.
profile-level-evidence = Guarda la pagina
profile-channel-n = Sportello o contatto { $n }
profile-channel-kind = Canale
profile-channel-none = Nessuno
profile-channel-name = Come si chiama
profile-channel-place = Indirizzo o luogo
profile-channel-municipality = Comune
profile-channel-hours = Orari
profile-channel-phone = Telefono
profile-channel-email = E-mail
profile-channel-url = Sito
profile-channel-remove = Togli questo sportello o contatto
profile-channel-add = Aggiungi un canale
profile-channels-hint = Uno per ogni modo di arrivare al servizio: uno sportello, un telefono, un modulo online. Scrivi quello che sai.
profile-platform-day = { $x }: data
profile-hint-local-terms = Tabella e codice, per esempio aree-piano:A1. Più voci si separano con punto e virgola.
profile-hint-contact = Il recapito dell’ufficio, non di una persona: si legge nella pagina pubblica.
profile-hint-card-state = Una bozza non si vede nella pagina pubblica. Una scheda verificata va ricontrollata dopo un anno.
profile-edit-sections = Parti della scheda
profile-origins-title = Da dove viene ogni dato
profile-origins-lead = Per ogni dato: quando è stato scritto, come e da chi. Sotto, le modifiche fatte a mano.
profile-origins-edit = Torna alla scheda
profile-origins-field = Dato
profile-origins-value = Valore
profile-origins-when = Quando
profile-origins-how = Come
profile-origins-unknown = Non si sa
profile-way-import = Importato da un file
profile-way-cli = Con un comando
profile-way-api = Da un altro programma
profile-way-web = A mano
profile-history-title = Modifiche della scheda
profile-history-empty = Nessuno ha ancora cambiato questa scheda a mano.
profile-history-emptied = (vuoto)
profile-history-create = Scheda creata
profile-history-edit = Scheda modificata
profile-history-link = Base dati collegata
profile-history-unlink = Base dati scollegata
