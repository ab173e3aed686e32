# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers: reading Qt's headers is a third of the whole build. Nothing relies on them: every source includes what it
# uses, and presets `debug` and `clazy` build without (CALLBOARD_PRECOMPILED=OFF).
option(CALLBOARD_PRECOMPILED "Read Qt's headers once per library instead of once per file" ON)

set(callboard_core_headers <algorithm> <array> <functional> <limits> <map> <memory> <optional> <utility> <variant> <vector>
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList>
    <QMap> <QObject> <QPointer> <QSet> <QString> <QStringList> <QThread> <QTimeZone> <QTimer> <QUrl> <QVariant>)
set(callboard_window_headers <QAbstractTableModel> <QAction> <QApplication> <QComboBox> <QDialog> <QEvent> <QGridLayout>
    <QHeaderView> <QLabel> <QLineEdit> <QMenu> <QPainter> <QPushButton> <QTableView> <QToolButton> <QVBoxLayout> <QWidget>)

# callboard_precompile(TARGET headers...): the core's headers and these, read once for the target.
function(callboard_precompile target)
    if(CALLBOARD_PRECOMPILED)
        target_precompile_headers(${target} PRIVATE ${callboard_core_headers} ${ARGN})
    endif()
endfunction()

# callboard_precompiled_tests(NAME LIBS libs... HEADERS headers...): the tests of this folder read these headers once, all together.
# They must link the same libraries.
macro(callboard_precompiled_tests name)
    cmake_parse_arguments(arg "" "" "LIBS;HEADERS" ${ARGN})
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "// Nothing but its precompiled headers.\n")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE callboard_flags Qt6::Test ${arg_LIBS})
    callboard_precompile(${name} ${arg_HEADERS})
    set(callboard_test_headers ${name})
endmacro()
