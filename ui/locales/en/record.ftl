# The record: who did what to whom.
record-title = Record
record-intro = Everything done here, newest first. No password and no code is ever in it.
record-search = Find in the record
record-search-hint = Who, whom, reason, request id
record-too-long = This is too long to search for
    .next = The record is searched for 256 characters at most. A name or a request id is enough.
record-act = What was done:
record-act-all = everything
record-outcome = How it ended:
record-outcome-all = any way
record-outcome-done = done
record-outcome-refused = refused
record-outcome-unknown = not certain
record-list = Entries
record-looking = Reading the record …
record-looking-long = Still reading the record from this computer.
record-more = Reading more …
record-end = { $count ->
    [one] That is all: one entry.
   *[other] That is all: { $count } entries.
}
record-let-go = { $count } newer entries further up are no longer kept here.
record-let-go-again = Start again from the newest
record-empty = Nothing has been done yet
    .next = As soon as you do something for a user, it stands here: written before it is sent, and completed after.
record-nothing-found = No entry fits
    .next = Search for less, or show everything.
record-show-all = Show everything
record-pick = No entry is open
    .next = Choose one to see who did what, when and why.
record-back = Back to the whole record
record-number = Entry { $entry }
record-when = When
record-who = Done by
record-whom = To
record-contact = Contact
record-why = Reason
record-why-none = none given
record-verified = Caller checked by
record-verified-none = nothing ticked
record-ended = How it ended
record-ended-done = Done, answered after { $seconds } s
record-ended-refused = Refused: { $why }
record-ended-unknown = Not certain. No answer came back, or Readmit was closed before it came. Open the person to see how things stand.
record-where = Where
record-request = AWS request
record-request-hint = With this number whoever manages AWS finds it in CloudTrail.
record-request-none = none
record-copy-request = Copy the request id
record-verify = Check that it is whole
record-verifying = Checking …
record-whole = { $count ->
    [0] The record is whole. It has no entries yet.
    [one] The record is whole: one entry, since { $since }.
   *[other] The record is whole: { $count } entries, since { $since }.
}
    .next = To be able to prove that later, note this down elsewhere: { $hash }
record-broken = The record was changed from outside
    .next = { $entry ->
        [none] It is not as Readmit wrote it.
       *[other] From entry { $entry } on it is not as Readmit wrote it.
    } Tell whoever looks after security, and keep the file as it is.
record-export-csv = Save as a table (CSV)
record-export-json = Save as JSON
record-export-title = Save the record
record-exported = The record was saved. It holds names and contacts: keep it where only those may see it who should.
record-act-newer = Something that a newer Readmit did
