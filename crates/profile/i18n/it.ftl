# Moduli e rifiuti
profile-form-not-a-code = Usa solo lettere, numeri, trattino, punto: per esempio SER-01.
profile-form-not-yes-no = Scrivi sì oppure no.
profile-form-not-a-url = Scrivi l'indirizzo per intero: comincia con https://
profile-form-code-taken = Questo codice è già di un'altra scheda: scegline un altro.
profile-invalid = { $n ->
    [one] C'è un campo da correggere.
   *[other] Ci sono { $n } campi da correggere.
}
profile-not-found = Questa scheda non c'è. Forse il codice è cambiato: cercala nell'elenco.
profile-stale = Qualcuno ha cambiato questa scheda mentre la modificavi. Ricarica la pagina e ripeti le tue modifiche.

# File
profile-file-empty = Il file è vuoto. Scegli il foglio con i dati e caricalo di nuovo.
profile-file-no-rows = Il file ha solo l'intestazione, o nemmeno quella. Aggiungi almeno una riga e caricalo di nuovo.
profile-file-no-headings = La prima riga non ha intestazioni. Scrivi in alto i nomi delle colonne, per esempio «Codice» e «Nome».
profile-file-too-large = Il file supera { $n } MB. Togli immagini e fogli che non servono, oppure dividilo in più file.
profile-file-too-many-rows = Il file ha più di { $n } righe. Dividilo in più file e caricali uno dopo l'altro.
profile-file-too-many-columns = Il file ha più di { $n } colonne. Togli quelle che non servono.
profile-file-bomb = Il file, una volta aperto, supera { $n } MB. Copia i dati in un foglio nuovo e salva quello.
profile-file-broken-xlsx = Il file Excel è rovinato o incompleto. Aprilo, salvalo di nuovo come .xlsx e ricaricalo.
profile-file-old-excel = È un file Excel vecchio (.xls) o protetto da password. Salvalo come .xlsx senza password, oppure come CSV.
profile-file-not-a-table = Questo file non è una tabella. Servono un file .csv oppure .xlsx.
profile-file-huge-cell = Una cella ha più di { $n } caratteri: forse manca una virgoletta di chiusura. Controlla il file e ricaricalo.

# Colonne
profile-mapping-no-name = Manca la colonna del nome: indica quale colonna contiene il nome.
profile-mapping-twice = Due colonne sono collegate allo stesso campo: lasciane una sola.
profile-mapping-unknown-field = Una colonna è collegata a un campo che non esiste: scegline uno dell'elenco.
profile-mapping-no-such-column = Hai collegato una colonna che nel file non c'è: carica di nuovo il file.

# Importazione
profile-import-rows-wrong = { $n ->
    [one] C'è un errore nel file, e non è stato salvato niente. Correggilo e carica di nuovo il file.
   *[other] Ci sono { $n } errori nel file, e non è stato salvato niente. Correggili e carica di nuovo il file.
}
profile-import-moved = Nel frattempo qualcuno ha cambiato le schede, e non è stato salvato niente. Guarda la nuova anteprima e conferma.

# Errori di riga
profile-row-missing = Riga { $row }, colonna «{ $column }»: la cella è vuota. Scrivi il valore.
profile-row-too-long = Riga { $row }, colonna «{ $column }»: il testo supera { $n } caratteri. Accorcialo.
profile-row-not-a-code = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un codice. Usa solo lettere, numeri, trattino e punto.
profile-row-not-in-list = Riga { $row }, colonna «{ $column }»: «{ $value }» non è tra i valori ammessi. Scegli un valore dell'elenco; se sono più di uno, separali con il punto e virgola.
profile-row-not-a-day = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un giorno che esiste. Scrivilo come 31/12/2027.
profile-row-not-a-number = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un numero intero. Scrivi solo cifre.
profile-row-not-an-amount = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un importo. Scrivilo come 1.234,56.
profile-row-negative = Riga { $row }, colonna «{ $column }»: «{ $value }» è sotto zero. Scrivi zero o un numero positivo.
profile-row-too-small = Riga { $row }, colonna «{ $column }»: «{ $value }» è troppo piccolo. Il valore più basso è { $n }.
profile-row-too-large = Riga { $row }, colonna «{ $column }»: «{ $value }» è troppo grande. Il valore più alto è { $n }.
profile-row-not-yes-no = Riga { $row }, colonna «{ $column }»: «{ $value }» non è né sì né no. Scrivi sì oppure no.
profile-row-not-a-url = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un indirizzo web. Scrivilo per intero: comincia con https://
profile-row-broken-cell = Riga { $row }, colonna «{ $column }»: la formula dà l'errore «{ $value }». Correggila, o scrivi il valore.
profile-row-no-heading = Riga { $row }: nella colonna numero { $column } c'è «{ $value }», ma la colonna non ha intestazione. Dalle un nome o svuotala.
profile-row-name-without-letters = Riga { $row }, colonna «{ $column }»: «{ $value }» non ha lettere né numeri. Scrivi un nome.
profile-row-twice = Riga { $row }, colonna «{ $column }»: «{ $value }» c'è già alla riga { $n }. Tieni una riga sola, o cambia il codice.
