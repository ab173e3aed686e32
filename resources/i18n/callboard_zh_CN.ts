<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Anomaly</name>
    <message>
        <source>The messages contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hang-up time: placed at its arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impossible hang-up time: placed at its arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are not in the order dial, ring, answer, hang-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer row: head and values differ in length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown result code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pushed duration is negative</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallFacts</name>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line (calling number)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction: 1 inbound, 2 outbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered at; not set: not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hung up at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring duration as pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call duration as pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation id of an inbound call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data id in the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialled at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rang at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result in the platform&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries before this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data row in the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer row: column names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer row: values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallListReport</name>
    <message>
        <source>Inbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Hang-up time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the call ended; its arrival where no usable time was pushed (time_hangup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias or id of the campaign (task_id)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word and code of task_result; the colour is its outcome class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk time: time_hangup − time_answer of answered calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to answer: time_answer − time_dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of this attempt (task_tries + 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the customer row (task_row_value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line that called (caller)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two messages have come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is odd about the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the seven outcome classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction: 1 inbound, 2 outbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rang after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-dial delay: time_ring − time_dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duration_call as pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duration_ring as pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time_dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the first message about the call arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First arrival − time_hangup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task_row_index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task_data_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>robot_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call_relation_id (inbound calls)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call_uuid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>basic part only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outbound part only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both parts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveCharts</name>
    <message>
        <source>No calls in this period. Calls appear after hang-up, when the platform pushes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outbound call in this period has an outcome yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connected call in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outbound call in this period.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveTiles</name>
    <message>
        <source>of %1 with outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 awaiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1 connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click for the calls.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound calls: calls with the outbound message, or with direction 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seizures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound calls that rang (time_ring is set).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound calls that were answered (time_answer is set).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected calls / attempts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect rate without line blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected calls / attempts without results 26, 27 and 28.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network effectiveness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(Connected calls + not connected calls with results 2, 5, 8, 20) / attempts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound calls whose result is in the task&apos;s success rule (result 0 unless changed).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Successful calls / attempts with an outcome. The bounds count every call that still awaits its outcome as failure, then as success.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound calls of which only the basic message has come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hang-up minus answer, summed over connected calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average talk time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk time / connected calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer minus dial, averaged over connected calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short-call rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected calls with less than 5 s of talk / connected calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected calls with at least 60 s of talk / connected calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line failure rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound calls with results 26, 27 or 28 / attempts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls with result 19 / connected calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls by hang-up time in the window / its minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts (data rows of a task) with a connected call / contacts attempted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomeClass</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy or unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line or network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Receiver</name>
    <message>
        <source>%1 (process %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RejectedTable</name>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Every call with all its fields, newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartupOptions</name>
    <message>
        <source>Live dashboard for the call records that a dialling platform pushes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the calls are kept: sqlite:/path/file.db.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the receiver listens; 127.0.0.1:8787 unless said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented campaigns over real HTTP, in a store that is thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what a bug report needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See callboard --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an option: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--listen wants an address and a port, such as 127.0.0.1:8787.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard</name>
    <message>
        <source>Port %1 on %2 is already taken by another program. Close that program or choose another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 on %2 is already taken by %3. Close that program or choose another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator may open port %1. Choose a port above 1023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not have the address %1. Choose one of its own, or 0.0.0.0 for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 on %2 can&apos;t be opened: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s Qt has no TLS. Install its OpenSSL plugin, or use plain HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no private key in PEM form without a password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::CallsChips</name>
    <message>
        <source>Remove: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to remove this restriction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Campaign: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the results %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed direction %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It rang (time_ring set)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One called number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries of one contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::CallsDetail</name>
    <message>
        <source>All fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries of this contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a call to see its course, its customer row and the messages it came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pushed one counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hang-up time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are covered until somebody reveals them; a reveal is noted in the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic message as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound message as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · arrived %2 from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not kept any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · has not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::CallsFilterBar</name>
    <message>
        <source>Number contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller or called number contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer row contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any value of the customer row contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call id (call_uuid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact call id (call_uuid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any talk time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk ≥ </source>
        <comment>before a number of seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk time at least, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anomalies only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting outcome only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all calls of the period and campaigns chosen above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::CallsPage</name>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call matches. Choose a longer period above, or reset the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export these calls to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the newest calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list stands still while you read. Click, or press Escape in the table, to follow it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::CallsResultPicker</name>
    <message>
        <source>All results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Results: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::CallsTableView</name>
    <message>
        <source>Columns as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %1 calls are selected. Nothing was copied: use Export for so many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) copied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) copied; %1 more were not loaded yet: scroll to them, or use Export.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only this campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only calls awaiting their outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this called number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only answered calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only calls not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only calls with anomalies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this customer value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::CallsTimeline</name>
    <message>
        <source>Course of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hang-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::CampaignModel</name>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ø talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, task %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::CampaignPicker</name>
    <message>
        <source>All campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n campaigns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns that all pages show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::ChartPanel</name>
    <message>
        <source>Save the chart as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written to %1. Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table, picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::ChartView</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::CustomPeriodDialog</name>
    <message>
        <source>Custom period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end must lie after the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::ExportDialog</name>
    <message>
        <source>Export calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write numbers in full (noted in the audit log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2 to %3 (%4), with the filter of the page, newest first. All fields, talk time, outcome class, anomalies, and one column per column of the customer row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file will hold phone numbers and customer data in full. This is noted in the audit log. Export them uncovered?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the customer columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 calls, %3 per second, %4 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 call(s) written.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written; an older file of that name is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::HelpDialog</name>
    <message>
        <source>Callboard: help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live, Calls, Receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the filter of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a chart: walk along the bars, open the calls of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;What live means here.&lt;/b&gt; The platform pushes a call when it is over. A call appears within a second of its push; calls still going on can&apos;t be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Every figure leads to its calls.&lt;/b&gt; Click a tile, a bar or a campaign to see exactly the calls it counts. Hold the pointer over a figure for its definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Awaiting outcome.&lt;/b&gt; The platform sends two messages per outbound call. Until the second one has come, the result is not known; rates show their bounds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::LiveFeed</name>
    <message>
        <source>No task</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::LivePage</name>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes by result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect and success rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk time of connected calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::MainWindow</name>
    <message>
        <source>Callboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::PeriodPicker</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverAddress</name>
    <message>
        <source>Address copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address for the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends the specification&apos;s own example to this address over HTTP, as the platform would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>senders: everybody who can reach it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>senders: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>senders: this computer only (loopback address)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bodies up to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverPage</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to &quot;success&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a push&apos;s last byte to its answer, which leaves only once the push is stored durably</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completeness of outbound calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the period and campaigns chosen above: which of the two messages have come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message in the last hour since the program was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per second now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… basic / outbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… of them repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused and kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections open / so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned away by the allow-list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of them within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 % within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean (n = %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer was given yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbound calls (one message)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverRefused</name>
    <message>
        <source>Refused messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused messages, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body of the refused message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a message to see its body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the selected messages again, for instance after an update that understands them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Messages that can&apos;t be read are kept here with the reason, and can be replayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replayed: %1 accepted, %2 refused again and kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::StatusStrip</name>
    <message>
        <source>Not receiving: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiver is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no push yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last push %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pushes/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 awaiting outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 disk free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::StoreWriter</name>
    <message>
        <source>The store is closed. The messages are still kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::TestPusher</name>
    <message>
        <source>The receiver answered &quot;success&quot;. The example call of 31 May 2018 is stored; sent again, it counts as repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from the receiver: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver answered with status %1. No call was stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::TopBar</name>
    <message>
        <source>Calls appear after hang-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live means: the platform pushes a call when it is over, so it appears here right after its hang-up. Calls still going on can&apos;t be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Chinese font found: install fonts-noto-cjk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, theme, help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callboard::Welcome</name>
    <message>
        <source>The receiver is not listening yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Enter it at the platform as the address for call records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver answered &quot;success&quot;: the specification&apos;s example call is stored. It is from 31 May 2018, so you find it under Calls with a period that holds that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from the receiver: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver answered with status %1. Nothing was stored as a call; see Receiver for the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second window opens with invented campaigns. Nothing of it reaches this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not be started. Run &quot;callboard --demo&quot; from a terminal to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first call record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this address to your dialling platform. As soon as it pushes the first call, this page turns into the live board by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address for call records (receiveCallRecord)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends the specification&apos;s own example to this address over HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a second window with invented campaigns and a store that is thrown away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform pushes a call when it is over, so a call appears here right after its hang-up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Callboard can&apos;t start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
